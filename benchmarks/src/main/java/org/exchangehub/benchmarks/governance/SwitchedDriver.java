package org.exchangehub.benchmarks.governance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs inside exchange-core's process, in place of its main class: an assembly in which the policy engine and the access log can
 * be switched off. Off, the engine gives every request the permit it gave the first, and the log answers at once with the
 * evidence it gave last. The product has no such switch; everything else is the product.
 */
public final class SwitchedDriver {

    private static final String POLICY = "org.exchangehub.core.access.PolicyEngine";
    private static final String LOG = "org.exchangehub.core.audit.AuditLog";

    private static volatile boolean on = true;

    private SwitchedDriver() {}

    /**
     * Starts the hub, then reads lines of standard input: {@code on <file>} or {@code off <file>}; once it is switched the file
     * is there.
     *
     * @param args exchange-core's own, after the hub's address
     */
    public static void main(String... args) throws IOException, ReflectiveOperationException {
        SpringApplication hub = (SpringApplication) Class.forName("org.exchangehub.core.HubApplication")
                .getMethod("application")
                .invoke(null);
        hub.addInitializers((ConfigurableApplicationContext context) ->
                context.getBeanFactory().addBeanPostProcessor(new Switching()));
        hub.run(Arrays.copyOfRange(args, 1, args.length));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 2);
            on = words[0].equals("on");
            Files.createFile(Path.of(words[1]));
        }
    }

    /** Puts a switch before each of the two. */
    private static final class Switching implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean.getClass().getName()) {
                case POLICY -> switched(bean, "decide");
                case LOG -> switched(bean, "append");
                default -> bean;
            };
        }

        private static Object switched(Object bean, String method) {
            Map<String, Object> last = new ConcurrentHashMap<>();
            ProxyFactory factory = new ProxyFactory(bean);
            factory.setProxyTargetClass(true);
            factory.addAdvice((MethodInterceptor) call -> {
                if (!call.getMethod().getName().equals(method)) {
                    return call.proceed();
                }
                Object known = last.get(method);
                if (!on && known != null) {
                    return known;
                }
                @Nullable Object answer = call.proceed();
                if (answer != null && !answer.getClass().getSimpleName().equals("Deny")) {
                    last.put(method, answer);
                }
                return answer;
            });
            return factory.getProxy();
        }
    }
}
