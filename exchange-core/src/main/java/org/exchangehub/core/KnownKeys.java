package org.exchangehub.core;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Stops the start at a {@code hub.*} key nobody reads: it is a typing error or a setting that no longer exists. */
class KnownKeys implements BeanFactoryPostProcessor {

    private static final String ROOT = "hub";

    private final ConfigurableEnvironment environment;

    KnownKeys(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        SortedSet<String> known = known(beans);
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean ours = source instanceof EnumerablePropertySource
                    && !StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName());
            if (ours) {
                for (String key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    check(key, source.getName(), known);
                }
            }
        }
    }

    private static void check(String key, String source, SortedSet<String> known) {
        if (!key.startsWith(ROOT + ".")) {
            return;
        }
        String name = ConfigurationPropertyName.adapt(key, '.').toString();
        boolean read = known.stream()
                .anyMatch(each -> each.endsWith(".*")
                        ? name.startsWith(each.substring(0, each.length() - 1))
                        : name.replaceAll("\\[\\d+]", "").equals(each));
        if (!read) {
            throw new UnknownConfigurationKey(key, source, known);
        }
    }

    private static SortedSet<String> known(ConfigurableListableBeanFactory beans) {
        SortedSet<String> known = new TreeSet<>();
        for (String bean : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            Class<?> type = beans.getType(bean, false);
            ConfigurationProperties properties = type == null
                    ? null
                    : AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
            if (type != null
                    && properties != null
                    && type.isRecord()
                    && properties.prefix().startsWith(ROOT)) {
                collect(properties.prefix(), type, known);
            }
        }
        return known;
    }

    private static void collect(String prefix, Class<?> type, SortedSet<String> known) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + dashed(component.getName());
            Class<?> element = element(component);
            if (element.isRecord()) {
                collect(name, element, known);
            } else if (Map.class.isAssignableFrom(component.getType())) {
                known.add(name + ".*");
            } else {
                known.add(name);
            }
        }
    }

    /** The type of a component, or of the elements of a list. */
    private static Class<?> element(RecordComponent component) {
        boolean listed = component.getType() == List.class
                && component.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?>;
        return listed
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
    }

    private static String dashed(String camel) {
        return String.join(
                "-",
                Arrays.stream(camel.split("(?=\\p{Lu})"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
