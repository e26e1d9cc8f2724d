import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useLocale } from '@/i18n/use-text';
import { Body } from '@/ui';
import { alertsText } from './alerts.text';
import './sos.scss';

const SECONDS = 5;

/** The seconds in which a mistake costs nothing. */
export function SosCount({ onEnd }: { readonly onEnd: () => void }) {
  const t = alertsText[useLocale()];
  const [left, setLeft] = useState(SECONDS);
  useEffect(() => {
    if (left === 0) return onEnd();
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, onEnd]);
  return (
    <View className="sos-count">
      <Body>{t.counting}</Body>
      <Text className="sos-count__number">{left}</Text>
    </View>
  );
}
