package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the modules have to say, in both languages. */
class NoticeTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"work", "catalog", "access", "correction"})
    void haveTitleAndTextInBothLanguages(String module) {
        String bundle = "org.exchangehub.core." + module + ".notices";
        ResourceBundle zh = ResourceBundle.getBundle(bundle, Locale.CHINESE);
        ResourceBundle en = ResourceBundle.getBundle(bundle, Locale.ENGLISH);

        assertThat(zh.keySet()).isEqualTo(en.keySet()).isNotEmpty();
        assertThat(zh.keySet()).allSatisfy(key -> {
            assertThat(zh.getString(key)).matches("(?s).*\\p{IsHan}.*");
            assertThat(en.getString(key)).isNotBlank().doesNotMatch("(?s).*\\p{IsHan}.*");
            String name = key.substring(0, key.lastIndexOf('.'));
            assertThat(zh.keySet()).contains(name + ".title", name + ".text");
        });
    }
}
