import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { Problem } from '@/shared/api/problem';
import { deleteJob, fetchJob, fetchJobResult, type Job } from './fetchJob';
import { saveFile } from '@/shared/saveFile';

const OPEN = ['WAITING', 'RUNNING'];

/** Whether the hub still works on it, or will. */
export const isOpen = (job: Pick<Job, 'state'> | undefined): boolean => !!job && OPEN.includes(job.state);

/** How far it is, 0 to 100; undefined while nobody knows of how much. */
export function percentOf(job: Pick<Job, 'done' | 'total' | 'state'> | undefined): number | undefined {
  if (job?.state === 'SUCCEEDED') {
    return 100;
  }
  return job?.total ? Math.min(100, Math.floor((100 * job.done) / job.total)) : undefined;
}

/** A job of one's own: begun, watched every second until it is over, called off, fetched. */
export function useJob(pause = 1_000): {
  job: ShallowRef<Job | undefined>;
  problem: ShallowRef<Problem | undefined>;
  percent: ComputedRef<number | undefined>;
  open: ComputedRef<boolean>;
  begin: (ask: () => Promise<Job>) => Promise<void>;
  cancel: () => Promise<void>;
  save: () => Promise<void>;
} {
  const job = shallowRef<Job>();
  const problem = shallowRef<Problem>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      problem.value = undefined;
      await work();
    } catch (cause) {
      problem.value = Problem.of(cause);
    }
  }
  function watchOn(): void {
    clearTimeout(timer);
    const id = job.value?.id;
    if (id && isOpen(job.value)) {
      timer = setTimeout(() => {
        void attempt(async () => {
          const now = await fetchJob(id);
          if (job.value?.id === id) {
            job.value = now;
          }
        }).then(watchOn);
      }, pause);
    }
  }
  const begin = (ask: () => Promise<Job>): Promise<void> =>
    attempt(async () => {
      job.value = undefined;
      job.value = await ask();
      watchOn();
    });
  const cancel = (): Promise<void> =>
    attempt(async () => {
      if (job.value) {
        await deleteJob(job.value.id);
        job.value = await fetchJob(job.value.id);
        watchOn();
      }
    });
  const save = (): Promise<void> =>
    attempt(async () => {
      if (job.value?.result) {
        saveFile(await fetchJobResult(job.value.id), job.value.result.fileName);
      }
    });
  onScopeDispose(() => clearTimeout(timer));
  return { job, problem, percent: computed(() => percentOf(job.value)), open: computed(() => isOpen(job.value)), begin, cancel, save };
}
