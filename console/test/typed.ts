import { address, del, get, getMarkdown, getVersion, patch, post, put } from '@/api/client';

/** What `npm run check` has to refuse: the line below each mark is an error, or the mark is one. It is never called. */
export async function refused(): Promise<void> {
  const params = { path: { name: 'lake' } };
  const body = { why: 'it loops' };
  // @ts-expect-error There is no such path.
  await get('/api/v1/agent');
  // @ts-expect-error It cannot be done there.
  await post('/api/v1/agents');
  // @ts-expect-error A name of the path is missing.
  await post('/api/v1/agents/{name}/kill', { body });
  // @ts-expect-error It has another name.
  await post('/api/v1/agents/{name}/kill', { params: { path: { id: 'lake' } }, body });
  // @ts-expect-error It takes no such field, which the platform would refuse.
  await post('/api/v1/agents/{name}/kill', { params, body: { why: 'it loops', because: 'it does' } });
  // @ts-expect-error It takes no body.
  await post('/api/v1/executions/{id}/resume', { params: { path: { id: 'exe-1' } }, body });
  // @ts-expect-error A field has to be given.
  await post('/api/v1/agents/{name}/levels', { params, body: { kind: 'notify.webhook' } });
  // @ts-expect-error No level is called so.
  await post('/api/v1/agents/{name}/levels', { params, body: { kind: 'notify.webhook', level: 'ALWAYS' } });
  // @ts-expect-error Nothing can be asked for by this.
  await get('/api/v1/incidents', { params: { query: { stat: ['NEW'] } } });
  // @ts-expect-error No incident stands so.
  await get('/api/v1/incidents', { params: { query: { status: ['OPEN'] } } });
  // @ts-expect-error A header that it does not look at.
  await put('/api/v1/webhooks/{id}', { params: { path: { id: 'whk-1' }, header: { 'If-Matches': '"7"' } }, body: { url: '' } });
  // @ts-expect-error Nothing is answered.
  (await del('/api/v1/sessions/{id}', { params: { path: { id: '1' } } })).ended;
  // @ts-expect-error It answers no such field.
  (await getVersion('/api/v1/incidents/{id}', { params: { path: { id: 'inc-1' } } })).tag;
  // @ts-expect-error It is none that is written for people.
  await getMarkdown('/api/v1/agents');
  // @ts-expect-error Nobody is called so by the platform.
  await patch('/api/v1/people/{username}', { params: { path: { username: 'a' } }, body: { roles: ['emperor'] } });
  // @ts-expect-error A link reads, and does not act.
  address('/api/v1/incidents/{id}/assign', { id: 'inc-1' });
  // @ts-expect-error The identity endpoints are no exception.
  await post('/identity/sign-in', { body: { user: 'a', password: 'b' } });
}
