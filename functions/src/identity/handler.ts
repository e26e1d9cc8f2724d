import * as routes from '@shared/identity/identity.contract';
import { serve, servePublic, serveRoom } from '../platform/serve';
import { readMe, renameMe, setMyPhone, takeFamilyRole } from './change-me';
import { approveRoleGrant, listRoleGrants, proposeRoleGrant } from './grant-role';
import { refreshSession, revokeSession } from './refresh-session';
import { signInWithWeChat } from './sign-in-with-wechat';
import { listPersonas, stepIn } from './step-in';

export const served = [
  servePublic(routes.signInWithWeChat, signInWithWeChat),
  servePublic(routes.listPersonas, listPersonas),
  servePublic(routes.stepIn, stepIn),
  servePublic(routes.refreshSession, refreshSession),
  servePublic(routes.revokeSession, revokeSession),
  serve(routes.readMe, readMe),
  serve(routes.renameMe, renameMe),
  serve(routes.setMyPhone, setMyPhone),
  serve(routes.takeFamilyRole, takeFamilyRole),
  serve(routes.proposeRoleGrant, proposeRoleGrant),
  serve(routes.listRoleGrants, listRoleGrants),
  serve(routes.approveRoleGrant, approveRoleGrant),
];

export const handler = serveRoom(served);
