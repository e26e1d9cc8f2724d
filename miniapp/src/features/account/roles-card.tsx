import type { PersonView } from '@shared/identity/identity.contract';
import { takeFamilyRole } from '@shared/identity/identity.contract';
import { helperRoles, type Role } from '@shared/kernel/role';
import { useState } from 'react';
import { roleName, useLocale, useText } from '@/i18n';
import { command, type Failure, go, homeOf, reLaunch } from '@/platform';
import { actAs, updatePerson } from '@/platform/session';
import { Card, EntryRow, IconBadge, RefusalNotice, Section, Tag, useBusy } from '@/ui';
import { accountText } from './account.text';

interface RolesCardProps {
  readonly person: PersonView;
  readonly acting: Role;
}

/** The roles one holds, one tap to act as another, and the roles one may simply choose. */
export function RolesCard({ person, acting }: RolesCardProps) {
  const text = useText(accountText);
  const locale = useLocale();
  const [failure, setFailure] = useState<Failure>();
  const roles = [...new Set(person.grants.map((grant) => grant.role))];

  const switchTo = (role: Role) => {
    actAs(role);
    void reLaunch(homeOf(role));
  };
  const family = useBusy(async () => {
    const answer = await command('take family role', takeFamilyRole, { body: { role: 'family' } });
    if (!answer.ok) return setFailure(answer.failure);
    updatePerson(answer.value);
    switchTo('family');
  });

  return (
    <Section title={text.roles}>
      <RefusalNotice failure={failure} />
      <Card flat>
        {roles.map((role) => (
          <EntryRow
            key={role}
            lead={
              <IconBadge
                icon={role === acting ? 'check' : 'switch'}
                tone={role === acting ? 'pine' : 'grey'}
              />
            }
            title={roleName(role, locale)}
            {...(role === acting
              ? { aside: <Tag tone="pine">{text.here}</Tag> }
              : { onTap: () => switchTo(role) })}
          />
        ))}
        {roles.includes('family') ? null : (
          <EntryRow
            lead={<IconBadge icon="home" tone="persimmon" />}
            title={text.becomeFamily}
            note={text.becomeFamilyNote}
            onTap={family.run}
          />
        )}
        {roles.some((role) => helperRoles.includes(role)) ? null : (
          <EntryRow
            lead={<IconBadge icon="heart" tone="pine" />}
            title={text.becomeHelper}
            note={text.becomeHelperNote}
            onTap={() => void go('helper/join')}
          />
        )}
      </Card>
    </Section>
  );
}
