import { readHealth } from '@shared/health/health.contract';
import { useLocale } from '@/i18n/use-text';
import { momentName, type PageName, useQuery } from '@/platform';
import { Card, EmptyState, ListRow, Notice, Page, QueryView, Second, useNow } from '@/ui';
import { CourseCard } from './course-card';
import { healthText } from './health.text';

const MOODS_SHOWN = 8;

interface HealthViewProps {
  readonly elderId: string;
  readonly backTo: PageName;
  readonly onSee?: (visitId: string) => void;
}

/** 身体情况: every measure over time beside what is usual for this elder, and the moods. */
export function HealthView({ elderId, backTo, onSee }: HealthViewProps) {
  const locale = useLocale();
  const at = useNow();
  const t = healthText[locale];
  const query = useQuery(readHealth, { params: { elderId }, query: {} });
  return (
    <Page
      title={query.data ? t.title(query.data.callName) : t.open}
      backTo={backTo}
      onRefresh={query.refresh}
    >
      <QueryView query={query}>
        {({ courses, moods }) =>
          courses.length + moods.length === 0 ? (
            <EmptyState icon="pulse" title={t.none} note={t.noneNote} />
          ) : (
            <>
              {courses.length > 0 ? <Second>{`${t.tap}${t.band}`}</Second> : null}
              {courses.map((course) => (
                <CourseCard key={`${course.name} ${course.points.length}`} course={course} onSee={onSee} />
              ))}
              {moods.length > 0 ? (
                <Card title={t.mood}>
                  {[...moods]
                    .reverse()
                    .slice(0, MOODS_SHOWN)
                    .map((one) => (
                      <ListRow
                        key={one.at}
                        label={momentName(one.at, at, locale)}
                        value={t.moods[one.mood]}
                        strong={one.mood === 'low' || one.mood === 'unwell'}
                      />
                    ))}
                </Card>
              ) : null}
              <Notice tone="sky">{t.notice}</Notice>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
