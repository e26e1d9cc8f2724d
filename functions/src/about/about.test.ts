import { describe, expect, it } from '@jest/globals';
import { allRoutes } from '@shared/routes';
import { testDeps } from '../platform/test-support';
import { health, readSpecification } from './about';

const nothing = { params: undefined as never, query: undefined as never, body: undefined as never };

describe('about', () => {
  it('is well when the table answers, and says so of no other time than now', async () => {
    const deps = testDeps();
    expect(await health(deps, nothing)).toEqual({
      ok: true,
      value: { status: 'well', stage: 'local', at: deps.clock() },
    });
  });

  it('serves a specification that holds every route, who may call it and what it may refuse', async () => {
    const answer = await readSpecification(testDeps(), nothing);
    if (!answer.ok) throw new Error('refused');
    const paths = answer.value.paths as unknown as Record<string, Record<string, Record<string, unknown>>>;
    for (const route of allRoutes) {
      const operation = paths[route.path]?.[route.method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: route.name, 'x-relation': route.relation });
      expect(operation?.['x-roles']).toEqual(route.access);
    }
  });
});
