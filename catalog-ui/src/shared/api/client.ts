import createClient, { type Middleware } from 'openapi-fetch';
import { Problem } from './problem';
import type { paths } from './schema';

/** Who asks: the bearer token of the moment, the department acted for, and the language of messages. */
export interface Asker {
  token(): Promise<string>;
  department(): string | undefined;
  language(): string;
}

let asker: Asker | undefined;

/** Names the person on whose behalf every later request is made. */
export function askAs(who: Asker): void {
  asker = who;
}

const withPerson: Middleware = {
  async onRequest({ request }) {
    if (asker) {
      request.headers.set('Authorization', `Bearer ${await asker.token()}`);
      request.headers.set('Accept-Language', asker.language());
      const department = asker.department();
      if (department) {
        request.headers.set('Hub-Department', department);
      }
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw await Problem.read(response);
    }
    return response;
  },
  onError({ error }) {
    return Problem.noAnswer(error);
  },
};

/** The hub's HTTP API as its OpenAPI document describes it; anything but a success is thrown as a {@link Problem}. */
export const hub = createClient<paths>({ baseUrl: window.location.origin });
hub.use(withPerson);

/** The body of a successful answer. */
export function bodyOf<T>(answer: { data?: T }): T {
  if (answer.data === undefined) {
    throw new Problem(502, 'NO_BODY', '', undefined);
  }
  return answer.data;
}
