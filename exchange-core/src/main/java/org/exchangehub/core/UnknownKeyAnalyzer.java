package org.exchangehub.core;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence which configuration key is wrong, instead of a stack trace. */
class UnknownKeyAnalyzer extends AbstractFailureAnalyzer<UnknownConfigurationKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownConfigurationKey cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the key or remove it.", cause);
    }
}
