package org.exchangehub.core.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person or enterprise that asks who looked at its data, or a record somebody asks about. It is never put into an address
 * or a log: there it is a keyed token.
 */
public sealed interface DataSubject {

    /**
     * A person.
     *
     * @param citizenId 公民身份号码 (GB 11643), of 18 or 15 characters
     */
    record Person(String citizenId) implements DataSubject {}

    /**
     * An enterprise.
     *
     * @param uscc 统一社会信用代码 (GB 32100)
     */
    record Enterprise(String uscc) implements DataSubject {}

    /**
     * A record, for datasets whose key is no number of a person or enterprise.
     *
     * @param key values of all its key fields by their names
     */
    record Keyed(String dataset, SortedMap<String, String> key) implements DataSubject {

        public Keyed {
            key = Collections.unmodifiableSortedMap(new TreeMap<>(key));
        }
    }
}
