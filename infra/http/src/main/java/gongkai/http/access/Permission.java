package gongkai.http.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One operation, and who may.
 *
 * @param method GET, POST, PUT or DELETE; HEAD goes as GET
 * @param path as the controller's mapping has it
 */
public record Permission(String method, String path, Subject subject, Set<Role> roles) {

    public Permission {
        roles = Set.copyOf(roles);
    }

    /** As the OpenAPI document has it. */
    public String documentedPath() {
        return path.replace("{*", "{");
    }

    public static Permission on(String method, String path, Subject subject, Role... roles) {
        return new Permission(method, path, subject, EnumSet.copyOf(Arrays.asList(roles)));
    }
}
