import type { PlanView, ShownRoute, ShownStop } from '@shared/planning/planning.contract';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime } from '@/platform';
import { Avatar, Button, Card, EntryRow, Tag, Timeline } from '@/ui';
import { planText } from './plan.text';

interface RouteListProps {
  readonly plan: PlanView;
  readonly onStop: (stop: ShownStop, route: ShownRoute) => void;
  /** Absent where nothing can be mended: nobody has been told so far. */
  readonly onUpset?: ((route: ShownRoute) => void) | undefined;
}

/** Who goes where, in which order: a card for each helper. */
export function RouteList({ plan, onStop, onUpset }: RouteListProps) {
  const t = planText[useLocale()];
  return (
    <>
      {plan.routes.map((route) => (
        <Card key={route.helperId}>
          <EntryRow
            lead={<Avatar name={route.helperName} tone={route.helperKind === 'provider' ? 'sky' : 'pine'} />}
            title={route.helperName}
            note={`${route.villageName} · ${t.routeNote(route.stops.length, route.wayMinutes)}`}
          />
          <Stops route={route} onStop={onStop} />
          {onUpset ? (
            <Button small kind="quiet" onTap={() => onUpset(route)}>
              {t.upset}
            </Button>
          ) : null}
        </Card>
      ))}
    </>
  );
}

function Stops({ route, onStop }: { readonly route: ShownRoute; readonly onStop: RouteListProps['onStop'] }) {
  const locale = useLocale();
  const t = planText[locale];
  return (
    <Timeline
      items={route.stops.map((stop) => {
        const { elder, service, startsAt, askedAt, standing, dayBefore } = stop;
        const locked = stop.locked && standing === 'planned';
        const who = elder ? `${elder.callName} · ${said(service, locale)}` : t.elsewhere;
        const note = [
          elder?.villageName,
          startsAt === askedAt ? undefined : t.asked(clockTime(askedAt)),
          dayBefore === undefined ? undefined : t.whoCame(dayBefore),
        ].filter(Boolean);
        return {
          key: `${stop.requestId} ${stop.place}`,
          title: `${clockTime(startsAt)} ${who}`,
          note: note.join(' · '),
          done: standing !== 'planned',
          aside: (
            <Tag tone={locked ? 'persimmon' : standing === 'planned' ? 'wheat' : 'pine'}>
              {locked ? t.locked : t.standing[standing]}
            </Tag>
          ),
          ...(elder ? { onTap: () => onStop(stop, route) } : {}),
        };
      })}
    />
  );
}
