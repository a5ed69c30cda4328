// The description of the service's API is OpenAPI by the reading of others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import { startService } from './lib/service.js';

test('Description_OfTheApi_IsValidOpenApi', async () => {
  const answer = await fetch(`${await startService()}/openapi/v1.json`);
  assert.equal(answer.status, 200);
  const api = await SwaggerParser.validate(await answer.json());
  assert.match(api.openapi, /^3\.1\./);
  for (const path of ['/admin/live', '/agent/me', '/supervisor/figures']) assert.ok(api.paths[path].get.summary, path);
  await assert.rejects(SwaggerParser.validate({ ...api, info: {} }));
});
