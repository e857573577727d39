import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { Problem } from '@/shared/api/problem';
import { useAnswer, type Answer } from '@/shared/api/useAnswer';
import CursorPager from '@/shared/components/CursorPager.vue';
import ProblemAlert from '@/shared/components/ProblemAlert.vue';
import { i18n } from '@/shared/i18n/i18n';

const plugins = { global: { plugins: [i18n] } };
beforeEach(() => (i18n.global.locale.value = 'zh-CN'));

describe('a problem', () => {
  const problem = new Problem(503, 'AUDIT_UNAVAILABLE', 'The log cannot be written.', '4bf92f35', [{ pointer: '/until', expected: 'a later date', found: '2020-01-01' }]);

  it('is shown as a sentence with its trace id and what was expected', async () => {
    const shown = mount(ProblemAlert, { props: { problem }, ...plugins });

    expect(shown.text()).toContain('访问日志暂时无法写入');
    expect(shown.get('[data-test=trace]').text()).toContain('4bf92f35');
    expect(shown.text()).toContain('应为:a later date;实为:2020-01-01');

    i18n.global.locale.value = 'en';
    await nextTick();
    expect(shown.text()).toContain('no data is released');
  });

  it('with a code nobody has put into words still says what its status means', () => {
    const shown = mount(ProblemAlert, { props: { problem: new Problem(409, 'BRAND_NEW', '', undefined) }, ...plugins });
    expect(shown.text()).toContain('当前状态下不能进行此操作');
  });
});

describe('the pager', () => {
  it('goes forward by the cursor given and back the way it came', async () => {
    const pager = mount(CursorPager, { props: { cursor: undefined, next: 'b', count: 20 }, ...plugins });
    const [back, forward] = pager.findAll('button');

    await forward?.trigger('click');
    await pager.setProps({ cursor: 'b', next: 'c' });
    await forward?.trigger('click');
    await pager.setProps({ cursor: 'c', next: undefined });
    await back?.trigger('click');
    await pager.setProps({ cursor: 'b', next: 'c' });
    await back?.trigger('click');

    expect(pager.emitted('go')).toEqual([['b'], ['c'], ['b'], [undefined]]);
  });
});

describe('an answer', () => {
  function asking(ask: () => Promise<string>, on = ref(0)): Answer<string> {
    let answer: Answer<string> | undefined;
    mount(defineComponent(() => ((answer = useAnswer(ask, on)), () => h('i'))));
    return answer as Answer<string>;
  }

  it('overtaken by a later question is dropped', async () => {
    const waiting: ((value: string) => void)[] = [];
    const question = ref(0);
    const answer = asking(() => new Promise((resolve) => waiting.push(resolve)), question);
    question.value = 1;
    await nextTick();

    waiting[1]?.('second');
    waiting[0]?.('first');
    await flushPromises();

    expect(answer.value.value).toBe('second');
    expect(answer.loading.value).toBe(false);
  });

  it('that is a refusal takes the place of the value, until asked again', async () => {
    const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Problem(404, 'NOT_FOUND', '', undefined)).mockResolvedValueOnce('there');
    const answer = asking(ask);
    await flushPromises();
    expect(answer.problem.value?.code).toBe('NOT_FOUND');

    await answer.reload();

    expect(answer.problem.value).toBeUndefined();
    expect(answer.value.value).toBe('there');
  });
});
