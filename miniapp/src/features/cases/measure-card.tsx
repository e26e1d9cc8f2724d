import type { ShownMeasure } from '@shared/cases/case-view';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { said, useLocale, useText } from '@/i18n';
import { aria, Card, Second, type Tone } from '@/ui';
import { scaleBar } from './before-after';
import { caseText } from './case.text';

/** A scale before and after, one bar under the other on the same ruler, with the sentence that says what changed. */
export function MeasureCard({
  measure,
  children,
}: {
  readonly measure: ShownMeasure;
  readonly children?: ReactNode;
}) {
  const text = useText(caseText);
  const locale = useLocale();
  const rows = [
    ...(measure.before ? [{ label: text.before, result: measure.before, tone: 'wheat' as Tone }] : []),
    ...(measure.after ? [{ label: text.after, result: measure.after, tone: 'pine' as Tone }] : []),
  ];
  return (
    <Card title={said(measure.name, locale)}>
      {rows.length === 0 ? <Second>{text.notAsked}</Second> : null}
      {rows.map(({ label, result, tone }) => {
        const bar = scaleBar(result, measure.full);
        return (
          <View key={label} className={`nl-bar nl-tone--${tone}`} {...aria('img', `${label} ${bar.text}`)}>
            <View className="nl-bar__words">
              <Second>{label}</Second>
              <Text className="nl-title">{`${bar.text} / ${measure.full}`}</Text>
            </View>
            <View className="nl-bar__track">
              <View
                className="nl-bar__fill"
                style={{
                  marginLeft: `${Math.round(bar.from * 100)}%`,
                  width: `${Math.max(1, Math.round((bar.to - bar.from) * 100))}%`,
                }}
              />
            </View>
          </View>
        );
      })}
      {measure.sentence ? <Second>{said(measure.sentence, locale)}</Second> : null}
      {children}
    </Card>
  );
}
