package org.exchangehub.core.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, and which departments there are. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class MeController {

    private final Departments departments;

    MeController(Departments departments) {
        this.departments = departments;
    }

    @GetMapping("/me")
    Me me(Caller caller, @AuthenticationPrincipal Jwt token) {
        return new Me(
                caller.subject(),
                caller.name(),
                caller.department(),
                TokenCaller.departments(token),
                caller.roles().stream().map(Role::realmRole).sorted().toList());
    }

    @GetMapping("/departments")
    DepartmentList departments() {
        return new DepartmentList(departments.all());
    }

    record Me(String subject, String name, @Nullable String department, List<String> departments, List<String> roles) {}

    record DepartmentList(List<Department> items) {}
}
