import type { PlanView } from '@shared/planning/planning.contract';
import { Image } from '@tarojs/components';
import { useState } from 'react';
import { useLocale } from '@/i18n';
import { said } from '@/i18n/said';
import { clockTime } from '@/platform';
import { Card, Chip, ListRow, Second, Wrap } from '@/ui';
import { planText } from './plan.text';
import './plan.scss';
import { drawRoutes } from './route-drawing';

/** The routes on a drawing of the land: one in colour with its order, the others behind it. */
export function RouteMap({ plan }: { readonly plan: PlanView }) {
  const locale = useLocale();
  const t = planText[locale];
  const [picked, setPicked] = useState<string>();
  const chosen = plan.routes.find(({ helperId }) => helperId === picked) ?? plan.routes[0];
  if (chosen === undefined) return null;
  const routes = plan.routes.map(({ helperId, stops }) => ({
    key: helperId as string,
    stops: stops.flatMap(({ elder }) => (elder ? [elder.position] : [])),
  }));
  const own = chosen.stops.filter(({ elder }) => elder);
  return (
    <Card>
      <Image
        className="nl-plan-map"
        mode="aspectFit"
        src={drawRoutes(routes, chosen.helperId)}
        ariaLabel={t.mapCaption(chosen.helperName)}
      />
      <Second>{t.mapNote}</Second>
      <Wrap>
        {plan.routes.map(({ helperId, helperName }) => (
          <Chip key={helperId} chosen={helperId === chosen.helperId} onTap={() => setPicked(helperId)}>
            {helperName}
          </Chip>
        ))}
      </Wrap>
      {own.map(({ requestId, place, elder, service, startsAt }, index) => (
        <ListRow
          key={`${requestId} ${place}`}
          label={`${index + 1}. ${elder?.callName ?? ''} · ${said(service, locale)}`}
          value={clockTime(startsAt)}
        />
      ))}
    </Card>
  );
}
