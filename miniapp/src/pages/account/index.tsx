import { revokeSession } from '@shared/identity/identity.contract';
import { accountText } from '@/features/account/account.text';
import { NameRow } from '@/features/account/name-row';
import { ReadingCard } from '@/features/account/reading-card';
import { RolesCard } from '@/features/account/roles-card';
import { groupsText } from '@/features/groups/groups.text';
import { programmesText } from '@/features/programmes/programmes.text';
import { roleName, useLocale, useText } from '@/i18n';
import { call, go, homeOf, reLaunch, useSession } from '@/platform';
import { forgetSession } from '@/platform/session';
import { Avatar, Button, Card, confirmed, EntryRow, ListRow, Page } from '@/ui';

/** 我的: who one is here, as which role one acts, and how one likes to read. */
export default function AccountPage() {
  const text = useText(accountText);
  const groups = useText(groupsText);
  const programmes = useText(programmesText);
  const locale = useLocale();
  const signedIn = useSession((session) => session.signedIn);
  const role = useSession((session) => session.role);

  const signOut = async () => {
    if (!(await confirmed(text.signOutQuestion, text.signOutYes, text.signOutNo))) return;
    const refreshToken = signedIn?.refreshToken;
    forgetSession();
    // Without a network the token lives on at the server until it ends by itself; the phone has forgotten it.
    if (refreshToken !== undefined) await call(revokeSession, { body: { refreshToken } });
    await reLaunch('welcome');
  };

  return (
    <Page
      title={text.title}
      tab="account"
      noBack={role !== undefined && homeOf(role) === 'account'}
      {...(role === undefined ? {} : { backTo: homeOf(role) })}
    >
      {signedIn === undefined || role === undefined ? null : (
        <>
          <Card>
            <EntryRow
              lead={<Avatar name={signedIn.person.name} size="large" />}
              title={signedIn.person.name}
              note={text.actingAs(roleName(role, locale))}
            />
          </Card>
          <Card flat>
            <NameRow name={signedIn.person.name} />
            <ListRow label={text.phone} value={signedIn.person.phoneMasked ?? text.noPhone} />
          </Card>
          <RolesCard person={signedIn.person} acting={role} />
        </>
      )}
      {role === 'official' || role === 'operator' ? (
        <Card flat>
          {role === 'official' ? (
            <ListRow label={text.visitRate} onTap={() => void go('official/visit-rate')} />
          ) : null}
          <ListRow label={text.solvency} onTap={() => void go('official/solvency')} />
          {role === 'official' ? (
            <>
              <ListRow label={text.timeRules} onTap={() => void go('official/time-rules')} />
              <ListRow label={text.pools} onTap={() => void go('official/pools')} />
            </>
          ) : null}
        </Card>
      ) : null}
      {role === 'official' ? (
        <Card flat>
          <ListRow label={programmes.briefs} onTap={() => void go('official/briefs')} />
        </Card>
      ) : null}
      {role === 'volunteer' || role === 'provider' || role === 'coordinator' ? (
        <Card flat>
          <ListRow label={groups.mine} onTap={() => void go('helper/group-sessions')} />
        </Card>
      ) : null}
      <ReadingCard />
      {signedIn === undefined ? null : (
        <Button kind="outline" onTap={signOut}>
          {text.signOut}
        </Button>
      )}
    </Page>
  );
}
