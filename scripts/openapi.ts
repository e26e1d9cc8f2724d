import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { service } from '@shared/catalogue/service';
import { helper } from '@shared/helpers/helper';
import { historyAction } from '@shared/history/action';
import { historyEntry } from '@shared/history/history';
import { personView } from '@shared/identity/identity.contract';
import { roleGrant } from '@shared/identity/role-grant';
import { refusalSentences, sharedRefusals } from '@shared/kernel/refusal';
import type { Route } from '@shared/kernel/route';
import { reason } from '@shared/matching/reason';
import { offer } from '@shared/offers/offer';
import { elder } from '@shared/people/elder';
import { kinship } from '@shared/people/kinship';
import { region } from '@shared/regions/region';
import { routesByRoom } from '@shared/routes';
import { serviceRequest } from '@shared/service-requests/request';
import { visitCard } from '@shared/visits/card';
import { logEntry } from '@shared/visits/log';
import { shownVisit } from '@shared/visits/visit';
import * as z from 'zod';
import { httpStatus } from '../functions/src/platform/http-status';

const file = join(import.meta.dirname, '..', 'docs', 'openapi.json');

/** The shapes that have a name of their own in the document; all others are written where they are used. */
const named = z.registry<{ id: string }>();
for (const [id, shape] of Object.entries({
  ServiceRequest: serviceRequest,
  Offer: offer,
  Visit: shownVisit,
  Elder: elder,
  Kinship: kinship,
  Helper: helper,
  Service: service,
  Region: region,
  RoleGrant: roleGrant,
  HistoryEntry: historyEntry,
  LogEntry: logEntry,
  Reason: reason,
  HistoryAction: historyAction,
  VisitCard: visitCard,
  Person: personView,
}))
  named.add(shape, { id });

const components: Record<string, unknown> = {};

/** JSON Schema of a shape; what it shares with others goes to the components and is referred to. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const {
    $schema: _,
    $defs = {},
    ...schema
  } = z.toJSONSchema(shape, { io, unrepresentable: 'any', metadata: named });
  const hoist = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [id, part] of Object.entries($defs)) components[id] = hoist(part);
  return hoist(schema) as Record<string, unknown>;
}

function parametersOf(route: Route): unknown[] {
  const from = (place: 'path' | 'query', shape: z.ZodType | undefined) => {
    const { properties = {}, required = [] } = shape
      ? (schemaOf(shape, 'input') as { properties?: Record<string, unknown>; required?: string[] })
      : {};
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema,
    }));
  };
  return [...from('path', route.params), ...from('query', route.query)];
}

function operation(room: string, route: Route): Record<string, unknown> {
  const codes = [...new Set([...sharedRefusals, ...route.refusals])];
  const statuses = [...new Set(codes.map(httpStatus))].sort((a, b) => a - b);
  return {
    operationId: route.name,
    tags: [room],
    summary: route.summary,
    'x-roles': route.access,
    'x-relation': route.relation,
    'x-audit': route.audit,
    security: route.access === 'public' ? [] : [{ accessToken: [] }],
    parameters: parametersOf(route),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(route.reply, 'output') } },
      },
      ...Object.fromEntries(
        statuses.map((status) => {
          const here = codes.filter((code) => httpStatus(code) === status).sort();
          return [
            status,
            {
              description: here.join(', '),
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
            },
          ];
        }),
      ),
    },
  };
}

function specification(): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [room, routes] of Object.entries(routesByRoom)) {
    for (const route of routes) {
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(room, route) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '暖邻 Nuanlin',
      version: '1',
      description: 'Generated from the route objects in shared/src; do not edit.',
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
        Refusal: {
          type: 'object',
          required: ['refusal'],
          properties: {
            refusal: {
              type: 'object',
              required: ['code', 'zh', 'en'],
              properties: {
                code: { enum: Object.keys(refusalSentences).sort() },
                zh: { type: 'string' },
                en: { type: 'string' },
                field: { type: 'string' },
              },
            },
          },
        },
      },
    },
    'x-refusals': refusalSentences,
  };
}

const text = `${JSON.stringify(specification(), null, 1)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/openapi.json is not what the routes say; run npm run openapi and commit it.');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
