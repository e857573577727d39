package org.exchangehub.core.work;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of jobs there are. */
@Component
class KnownKinds {

    private final ObjectProvider<JobKind> beans;

    KnownKinds(ObjectProvider<JobKind> beans) {
        this.beans = beans;
    }

    /** The kind of this name; asked when a job needs it, for kinds may themselves need {@link Jobs}. */
    JobKind known(String name) {
        Map<String, JobKind> kinds = beans.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        JobKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("expected one of the kinds of jobs " + kinds.keySet() + ", found " + name);
        }
        return kind;
    }
}
