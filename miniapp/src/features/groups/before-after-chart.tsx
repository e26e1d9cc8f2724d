import type { GroupView } from '@shared/groups/group-view';
import { Text, View } from '@tarojs/components';
import { useText } from '@/i18n';
import { aria, Second, type Tone } from '@/ui';
import { groupsText } from './groups.text';

type Measure = GroupView['measures'][number];
const scoreOf = (result: Measure['before']): number | undefined =>
  result?.score.kind === 'whole' ? result.score.score : undefined;

/** A member's scale before and after: one bar under the other on the same ruler, or that nobody asked. */
export function BeforeAfter({ measure }: { readonly measure: Measure }) {
  const text = useText(groupsText);
  const rows = (
    [
      [text.before, scoreOf(measure.before), 'wheat'],
      [text.after, scoreOf(measure.after), 'pine'],
    ] as const
  ).flatMap(([label, score, tone]) => (score === undefined ? [] : [{ label, score, tone: tone as Tone }]));
  return (
    <>
      <Text className="nl-title">{measure.name}</Text>
      {rows.length === 0 ? <Second>{text.notAsked}</Second> : null}
      {rows.map(({ label, score, tone }) => (
        <View key={label} className={`nl-bar nl-tone--${tone}`} {...aria('img', `${label} ${score}`)}>
          <View className="nl-bar__words">
            <Second>{label}</Second>
            <Text className="nl-title">{`${score} / ${measure.full}`}</Text>
          </View>
          <View className="nl-bar__track">
            <View
              className="nl-bar__fill"
              style={{ width: `${Math.max(1, Math.round((score / measure.full) * 100))}%` }}
            />
          </View>
        </View>
      ))}
    </>
  );
}
