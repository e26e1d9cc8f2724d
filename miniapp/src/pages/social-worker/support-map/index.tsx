import { readCase } from '@shared/cases/cases.contract';
import type { MapPerson } from '@shared/cases/support-map';
import type { CaseId } from '@shared/kernel/ids';
import { useState } from 'react';
import { casesText } from '@/features/cases/cases.text';
import { SupportMap } from '@/features/cases/support-map';
import { useChange } from '@/features/cases/use-change';
import { useText } from '@/i18n';
import { usePageParams, useQuery } from '@/platform';
import { Button, Card, CheckRow, Chips, EntryRow, Field, Page, QueryView, RefusalNotice } from '@/ui';

const sides = ['parents', 'same', 'children', 'grandchildren', 'neighbours', 'helpers'] as const;
const blank: MapPerson = {
  name: '',
  relation: '',
  side: 'children',
  closeness: 2,
  strained: false,
  gone: false,
};

/** 家庭支持图: draws whom the elder has, one person at a time. */
export default function SupportMapPage() {
  const caseId = usePageParams().caseId as CaseId;
  const text = useText(casesText);
  const query = useQuery(readCase, { params: { caseId } });
  const change = useChange(caseId, query.refresh);
  const [person, setPerson] = useState<MapPerson>(blank);
  const edit = (part: Partial<MapPerson>) => setPerson({ ...person, ...part });
  return (
    <Page title={text.map} backTo="social-worker/home" onRefresh={query.refresh}>
      <QueryView query={query}>
        {({ case: c, elder }) => (
          <>
            <SupportMap name={elder.callName} people={c.supportMap} />
            <Card title={text.mapAdd}>
              <Field
                label={text.mapName}
                value={person.name}
                onChange={(name) => edit({ name })}
                maxLength={12}
              />
              <Field
                label={text.mapRelation}
                value={person.relation}
                onChange={(relation) => edit({ relation })}
                maxLength={12}
              />
              <Chips
                options={sides.map((value) => ({ value, text: text[`side_${value}`] }))}
                value={person.side}
                onChoose={(side) => edit({ side })}
              />
              <Chips
                options={([3, 2, 1] as const).map((value) => ({
                  value: String(value),
                  text: text[`close${value}`],
                }))}
                value={String(person.closeness)}
                onChoose={(value) => edit({ closeness: Number(value) as MapPerson['closeness'] })}
              />
              <CheckRow checked={person.strained} onTap={() => edit({ strained: !person.strained })}>
                {text.strained}
              </CheckRow>
              <CheckRow checked={person.gone} onTap={() => edit({ gone: !person.gone })}>
                {text.gone}
              </CheckRow>
              <Button
                disabled={person.name.trim() === '' || person.relation.trim() === ''}
                onTap={async () => {
                  const drawn = { ...person, name: person.name.trim(), relation: person.relation.trim() };
                  const failed = await change.change({ act: 'map', people: [...c.supportMap, drawn] });
                  if (!failed) setPerson(blank);
                }}
              >
                {text.save}
              </Button>
              <RefusalNotice failure={change.failure} />
            </Card>
            <Card flat>
              {c.supportMap.map((each, index) => (
                <EntryRow
                  key={`${each.name} ${String(index)}`}
                  title={each.name}
                  note={`${each.relation} · ${text[`close${each.closeness}`]}`}
                  aside={
                    <Button
                      kind="quiet"
                      small
                      onTap={() =>
                        change.change({
                          act: 'map',
                          people: c.supportMap.filter((_, at) => at !== index),
                        })
                      }
                    >
                      {text.remove}
                    </Button>
                  }
                />
              ))}
            </Card>
          </>
        )}
      </QueryView>
    </Page>
  );
}
