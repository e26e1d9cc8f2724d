import { type Evidence, evidenceKind } from '@shared/programmes/evidence';
import { evidenceWords } from '@shared/programmes/words';
import { said, useLocale, useText } from '@/i18n';
import { dateName } from '@/platform';
import { noonOf } from '@/platform/time';
import { Card, ListRow, Second, Section } from '@/ui';
import { GoalBar } from './goal-bar';
import { programmesText } from './programmes.text';

/** Counts of elders: sums as bars, villages as rows, and what is under five without a number. */
export function EvidenceCards({ evidence }: { readonly evidence: Evidence }) {
  const text = useText(programmesText);
  const locale = useLocale();
  const most = Math.max(1, ...evidence.sums.map(({ elders }) => elders));
  return (
    <Section title={text.evidence}>
      {evidence.sums.length > 0 ? (
        <Card>
          {evidence.sums.map((each) => (
            <GoalBar
              key={`${each.kind} ${each.what.en}`}
              label={said(each.what, locale)}
              value={`${text.atLeast(each.elders)} · ${text.villages(each.villages)}`}
              share={each.elders / most}
            />
          ))}
        </Card>
      ) : null}
      {evidenceKind.options.map((kind) => {
        const cells = evidence.cells.filter((each) => each.kind === kind);
        return cells.length === 0 ? null : (
          <Card key={kind} flat title={said(evidenceWords[kind], locale)}>
            {cells.map((each) => (
              <ListRow
                key={`${each.what.en} ${each.villageCode}`}
                label={`${said(each.what, locale)} · ${each.villageName}`}
                value={each.elders === 'few' ? text.few : text.count(each.elders)}
              />
            ))}
          </Card>
        );
      })}
      <Second>
        {text.evidenceNote(dateName(noonOf(evidence.from), locale), dateName(noonOf(evidence.to), locale))}
      </Second>
    </Section>
  );
}
