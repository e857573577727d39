import { afterEach, describe, expect, it, vi } from 'vitest';
import { askAs, hub } from '@/shared/api/client';
import { nextCursor } from '@/shared/api/page';
import { Problem } from '@/shared/api/problem';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })));
}
afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  it('sends the token, the language and the department with every request', async () => {
    answer(200, { subject: 's' });
    askAs({ token: async () => 'abc', department: () => 'market-supervision', language: () => 'zh-CN' });

    await hub.GET('/api/v1/me', { fetch: (request: Request) => fetch(request) });

    const request = vi.mocked(fetch).mock.calls[0]?.[0] as Request;
    expect(request.headers.get('Authorization')).toBe('Bearer abc');
    expect(request.headers.get('Accept-Language')).toBe('zh-CN');
    expect(request.headers.get('Hub-Department')).toBe('market-supervision');
  });

  it('throws what the hub refuses as the problem it is', async () => {
    answer(409, { code: 'CONFLICT', detail: 'Already published.', traceId: '0af7', errors: [{ pointer: '/state', expected: 'DRAFT', found: 'PUBLISHED' }] });

    const refused = await hub.GET('/api/v1/me', { fetch: (request: Request) => fetch(request) }).catch((cause: unknown) => cause);

    expect(refused).toMatchObject({ status: 409, code: 'CONFLICT', detail: 'Already published.', traceId: '0af7', errors: [{ pointer: '/state' }] });
  });

  it('throws a problem too when nobody answers', async () => {
    vi.stubGlobal('fetch', vi.fn(async () => Promise.reject(new TypeError('Failed to fetch'))));

    const refused = await hub.GET('/api/v1/me', { fetch: (request: Request) => fetch(request) }).catch((cause: unknown) => cause);

    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ status: 0, code: 'NO_ANSWER' });
  });

  it('keeps the status of an answer that is no problem document', async () => {
    expect(await Problem.read(new Response('<html>', { status: 502 }))).toMatchObject({ status: 502, code: 'HTTP_502' });
  });
});

describe('the next page', () => {
  it.each([
    ['begins at the cursor of the next link', '</api/v1/datasets?limit=20&cursor=a%2Bb>; rel="next"', 'a+b'],
    ['is found among other links', '<https://hub/x>; rel="self", </y?cursor=2>; rel=next', '2'],
    ['is absent without a next link', '</x?cursor=1>; rel="prev"', undefined],
    ['is absent without any link', null, undefined],
  ])('%s', (_, link, cursor) => {
    expect(nextCursor(link)).toBe(cursor);
  });
});
