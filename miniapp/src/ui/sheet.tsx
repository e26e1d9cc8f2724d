import { ScrollView, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import { aria } from './aria';
import { Icon } from './icon';
import { InSheet } from './in-sheet';
import { uiText } from './ui.text';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons that stay at the bottom of the sheet. */
  readonly actions?: ReactNode;
}

/** Slides up over the page for one choice or one question; a tap beside it closes it. */
export function Sheet({ open, title, onClose, children, actions }: SheetProps) {
  const text = useText(uiText);
  if (!open) return null;
  return (
    <View className="nl-sheet" {...aria('dialog', title)}>
      <View className="nl-sheet__shade" onClick={onClose} />
      <View className="nl-sheet__body">
        <View className="nl-sheet__head">
          <Text className="nl-title">{title}</Text>
          <View className="nl-sheet__close" onClick={onClose} {...aria('button', text.close)}>
            <Icon name="close" />
          </View>
        </View>
        <ScrollView scrollY className="nl-sheet__scroll">
          <View className="nl-sheet__content">
            <InSheet.Provider value={true}>{children}</InSheet.Provider>
          </View>
        </ScrollView>
        {actions ? <View className="nl-sheet__actions">{actions}</View> : null}
      </View>
    </View>
  );
}
