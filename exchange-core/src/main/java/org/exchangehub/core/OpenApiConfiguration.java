package org.exchangehub.core;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.exchangehub.core.identity.Caller;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's contract, generated from the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /**
     * Names every operation after its controller and method, such as {@code grantSuspend}: the same whatever other controllers there
     * are.
     */
    @Bean
    OperationCustomizer operationIds() {
        return (operation, handler) -> operation.operationId(
                operationId(handler.getBeanType(), handler.getMethod().getName()));
    }

    static String operationId(Class<?> controller, String method) {
        String subject = controller.getSimpleName().replaceFirst("Controller$", "");
        return subject.substring(0, 1).toLowerCase(Locale.ROOT)
                + subject.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Exchange Hub")
                        .version("v1")
                        .description(
                                "Data sharing between government departments. Errors are RFC 9457 problem details.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .security(List.of(new SecurityRequirement().addList("bearer")));
    }
}
