import Keycloak from 'keycloak-js';
import { shallowRef } from 'vue';

/** What the hub tells its pages before anyone is logged in, at /config.json. */
export interface HubConfig {
  realmUrl: string;
  realm: string;
  client: string;
}

/** True once the identity provider no longer renews the login: the page must be reloaded to log in again. */
export const loginEnded = shallowRef(false);

let keycloak: Keycloak | undefined;

async function readConfig(): Promise<HubConfig> {
  const response = await fetch('/config.json', { headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw new Error(`/config.json: ${response.status}`);
  }
  return (await response.json()) as HubConfig;
}

/** Logs the person in by the authorization code flow with PKCE; leaves the page for Keycloak when nobody is. */
export async function login(locale: string): Promise<void> {
  const config = await readConfig();
  const url = config.realmUrl.replace(/\/realms\/[^/]+\/?$/, '');
  keycloak = new Keycloak({ url, realm: config.realm, clientId: config.client });
  await keycloak.init({ onLoad: 'login-required', pkceMethod: 'S256', checkLoginIframe: false, locale });
}

/** An access token good for at least the next 20 seconds. */
export async function accessToken(): Promise<string> {
  if (!keycloak) {
    throw new Error('Nobody is logged in');
  }
  try {
    await keycloak.updateToken(20);
  } catch (cause) {
    loginEnded.value = true;
    throw cause;
  }
  return keycloak.token ?? '';
}

/** The departments the token names (groups `/departments/<code>`), known before the hub is asked anything. */
export function ownDepartments(): string[] {
  const groups = (keycloak?.tokenParsed?.departments ?? []) as string[];
  return groups.map((path) => path.replace(/^\/departments\//, ''));
}

/** The person's name as it is written: a Chinese one family name first and unspaced. Undefined when the token has none. */
export function ownName(): string | undefined {
  return writtenName(keycloak?.tokenParsed?.family_name, keycloak?.tokenParsed?.given_name);
}

export function writtenName(family?: string, given?: string): string | undefined {
  const chinese = /\p{Script=Han}/u.test(`${family}${given}`);
  const parts = (chinese ? [family, given] : [given, family]).filter(Boolean);
  return parts.length ? parts.join(chinese ? '' : ' ') : undefined;
}

/** Ends the login here and at Keycloak, and comes back to the start page. */
export async function logout(): Promise<void> {
  await keycloak?.logout({ redirectUri: `${window.location.origin}/` });
}
