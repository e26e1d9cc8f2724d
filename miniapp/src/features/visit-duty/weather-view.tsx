import { addDays, beijing, type Day } from '@shared/kernel/instant';
import { listRegions } from '@shared/regions/regions.contract';
import { type Hazard, hazard } from '@shared/visit-duty/warning';
import { endWarning, enterWarning, listWarnings } from '@shared/visit-duty/weather.contract';
import { useState } from 'react';
import { said, useLocale } from '@/i18n';
import { command, dayName, type Failure, useQuery, useSession } from '@/platform';
import { noonOf } from '@/platform/time';
import {
  Button,
  Card,
  Chips,
  confirmed,
  EntryRow,
  IconBadge,
  OptionsRow,
  QueryView,
  RefusalNotice,
  Second,
  Section,
  Sheet,
  toast,
  useNow,
} from '@/ui';
import { dutyText } from './visit-duty.text';

const DAYS_AHEAD = 10;

/** 天气提醒: what holds, and entering one more in four taps. */
export function WeatherView({ mayEnter }: { readonly mayEnter: boolean }) {
  const locale = useLocale();
  const t = dutyText[locale];
  const query = useQuery(listWarnings, {});
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const end = async (warningId: NonNullable<typeof query.data>['warnings'][number]['warningId']) => {
    if (!(await confirmed(t.endAsk, t.endYes, t.endNo))) return;
    const answer = await command(`end ${warningId}`, endWarning, { params: { warningId }, body: {} });
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(t.ended);
    await query.refresh();
  };
  return (
    <Section title={t.weather}>
      <Second>{t.weatherNote}</Second>
      <RefusalNotice failure={failure} />
      <QueryView query={query} skeletonCards={1}>
        {({ warnings }) =>
          warnings.length === 0 ? (
            <Second>{t.weatherNone}</Second>
          ) : (
            <Card flat>
              {warnings.map((each) => (
                <EntryRow
                  key={each.warningId}
                  lead={<IconBadge icon="alert" tone="sky" />}
                  title={said(each.sentence, locale)}
                  note={`${each.regionName} · ${t.by(each.byName)}`}
                  {...(each.mayEnd
                    ? {
                        aside: (
                          <Button small kind="quiet" onTap={() => end(each.warningId)}>
                            {t.end}
                          </Button>
                        ),
                      }
                    : {})}
                />
              ))}
            </Card>
          )
        }
      </QueryView>
      {mayEnter ? (
        <Button kind="outline" icon="plus" onTap={() => setOpen(true)}>
          {t.weatherNew}
        </Button>
      ) : null}
      {open ? (
        <WeatherSheet
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            void query.refresh();
          }}
        />
      ) : null}
    </Section>
  );
}

interface WeatherSheetProps {
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function WeatherSheet({ onClose, onSaved }: WeatherSheetProps) {
  const locale = useLocale();
  const t = dutyText[locale];
  const at = useNow();
  const role = useSession((session) => session.role);
  const own = useSession(
    (session) => session.signedIn?.person.grants.find((each) => each.role === role)?.regionCode,
  );
  const below = useQuery(listRegions, own === undefined ? undefined : { query: { parent: own } });
  const [what, setWhat] = useState<Hazard>('snow');
  const [from, setFrom] = useState<Day>(beijing(addDays(at, 1)).day);
  const [to, setTo] = useState<Day>(beijing(addDays(at, 2)).day);
  const [place, setPlace] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const on = beijing(addDays(at, ahead)).day;
    return { value: on, text: dayName(noonOf(on), at, locale) };
  });
  const send = async () => {
    const regionCode = place ?? own ?? '';
    const answer = await command(`warn ${regionCode} ${what} ${from} ${to}`, enterWarning, {
      body: { regionCode, hazard: what, from, to },
    });
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(t.sent);
    onSaved();
  };
  const chooseFrom = (on: Day) => {
    setFrom(on);
    if (to < on) setTo(on);
  };
  const places = (below.data?.regions ?? []).map(({ code, name }) => ({ value: code, text: name }));
  return (
    <Sheet open title={t.weatherNew} onClose={onClose} actions={<Button onTap={send}>{t.send}</Button>}>
      <RefusalNotice failure={failure} />
      <Second>{t.whichWeather}</Second>
      <Chips
        options={hazard.options.map((value) => ({ value, text: t.hazards[value] }))}
        value={what}
        onChoose={setWhat}
      />
      <Card flat>
        <OptionsRow
          label={t.fromDay}
          options={days}
          value={from}
          placeholder={t.pick}
          onChoose={chooseFrom}
        />
        <OptionsRow
          label={t.toDay}
          options={days.filter(({ value }) => value >= from)}
          value={to}
          placeholder={t.pick}
          onChoose={setTo}
        />
        <OptionsRow
          label={t.place}
          options={[{ value: own ?? '', text: t.wholePlace }, ...places]}
          value={place ?? own ?? ''}
          placeholder={t.pick}
          onChoose={setPlace}
        />
      </Card>
    </Sheet>
  );
}
