import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory } from 'vue-router';
import { writtenName } from '@/shared/auth/login';
import { features } from '@/app/features';
import { createHubRouter, menuOf } from '@/app/router';
import { departmentToActFor, useSession } from '@/shared/session/session';

function enterAs(...roles: string[]): void {
  useSession().me = { subject: 's', name: '张三', department: 'market-supervision', departments: ['market-supervision'], roles };
}
const menu = (): string[] => menuOf(features, useSession().has).map((item) => item.path);
const router = () => createHubRouter(features, createMemoryHistory());

beforeEach(() => setActivePinia(createPinia()));

describe('a steward', () => {
  beforeEach(() => enterAs('steward'));

  it('sees the catalog and the applications, not the access log', () => {
    expect(menu()).toEqual(['/datasets', '/applications']);
  });

  it('is shown the forbidden page at the address of the access log', async () => {
    const pages = router();
    await pages.push('/audit/entries');
    expect(pages.currentRoute.value.name).toBe('forbidden');
  });

  it('comes to a tab of a dataset by its address', () => {
    const found = router().resolve('/datasets/207001-000001/batches');
    expect(found.matched.map((each) => each.path)).toEqual(['/datasets/:code', '/datasets/:code/batches']);
  });
});

describe('the audit administrator', () => {
  it('sees the access log and no applications', () => {
    enterAs('audit-admin');
    expect(menu()).toEqual(['/datasets', '/audit/entries']);
  });
});

describe('a name', () => {
  it.each([
    ['王', '敏', '王敏'],
    ['Smith', 'Ann', 'Ann Smith'],
    [undefined, 'Ann', 'Ann'],
    [undefined, undefined, undefined],
  ])('of family %s and given %s is written %s', (family, given, written) => {
    expect(writtenName(family, given)).toBe(written);
  });
});

describe('a person of several departments', () => {
  beforeEach(() => sessionStorage.clear());

  it('acts for the first until another is chosen', () => {
    expect(departmentToActFor(['a', 'b'])).toBe('a');
    sessionStorage.setItem('hub.department', 'b');
    expect(departmentToActFor(['a', 'b'])).toBe('b');
  });

  it('never acts for one that is not theirs, and names none when there is no choice', () => {
    sessionStorage.setItem('hub.department', 'c');
    expect(departmentToActFor(['a', 'b'])).toBe('a');
    expect(departmentToActFor(['c'])).toBeUndefined();
  });
});

describe('anyone', () => {
  it('is told when there is no such page', async () => {
    enterAs();
    const pages = router();
    await pages.push('/no/such/page');
    expect(pages.currentRoute.value.name).toBe('not-found');
  });
});
