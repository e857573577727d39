export interface FieldError {
  pointer: string;
  expected: string;
  found?: string | null;
}

/** RFC 9457 problem details as the hub writes them; anything may be missing in what a proxy writes. */
interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string | null;
  errors?: FieldError[];
}

/** A refusal by the hub (RFC 9457), or the absence of any answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** The hub's stable error code; NO_ANSWER when the hub could not be reached. */
    readonly code: string,
    readonly detail: string,
    readonly traceId: string | undefined,
    readonly errors: FieldError[] = [],
  ) {
    super(detail || code);
  }

  static noAnswer(cause: unknown): Problem {
    return new Problem(0, 'NO_ANSWER', cause instanceof Error ? cause.message : '', undefined);
  }

  static of(cause: unknown): Problem {
    return cause instanceof Problem ? cause : Problem.noAnswer(cause);
  }

  /** Reads the problem out of an answer that is not a success; a body that is none still gives its status. */
  static async read(response: Response): Promise<Problem> {
    const text = await response.text();
    try {
      const body = JSON.parse(text) as ProblemBody;
      return new Problem(
        response.status,
        body.code ?? `HTTP_${response.status}`,
        body.detail ?? body.title ?? '',
        body.traceId ?? undefined,
        body.errors ?? [],
      );
    } catch {
      return new Problem(response.status, `HTTP_${response.status}`, '', undefined);
    }
  }
}
