package gongkai.query.access;

import static gongkai.http.access.Permission.on;
import static gongkai.http.access.Role.ADMINISTRATOR;
import static gongkai.http.access.Role.AUDITOR;
import static gongkai.http.access.Role.INSPECTOR;
import static gongkai.http.access.Role.OFFICER;
import static gongkai.http.access.Role.REGISTRAR;
import static gongkai.http.access.Subject.COUNTY;
import static gongkai.http.access.Subject.COUNTY_ASKED;
import static gongkai.http.access.Subject.NO_COUNTY;
import static gongkai.http.access.Subject.SECRET_ADDRESS;
import static gongkai.http.access.Subject.UNIT;
import static gongkai.http.access.Subject.UNIT_ASKED;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Permission;
import gongkai.http.access.Role;
import gongkai.http.access.Subject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every operation of the query API and every page, and who may; see decision 0037. */
@Configuration(proxyBeanMethods = false)
class QueryAccess {

    @Bean
    static AccessMatrix matrix() {
        return AccessMatrix.of(
                Stream.of(api(), pages(), desk()).flatMap(Arrays::stream).toArray(Permission[]::new));
    }

    private static Permission[] api() {
        return new Permission[] {
            reads("/api/jurisdictions/{code}/status", COUNTY),
            reads("/api/jurisdictions/{code}/diff", COUNTY),
            reads("/api/jurisdictions/{code}/export", COUNTY),
            reads("/api/jurisdictions/{code}/bulletins/{month}", COUNTY),
            reads("/api/jurisdictions/{code}/trail", COUNTY),
            reads("/api/tasks/{id}/trail", COUNTY),
            reads("/api/plans/{id}/trail", COUNTY),
            reads("/api/stream", COUNTY_ASKED),
            audits("/api/jurisdictions/{code}/evidence", COUNTY),
            audits("/api/jurisdictions/{code}/readings", COUNTY),
            audits("/api/jurisdictions/{code}/readings/verification", COUNTY),
            // Whose a position is, only its record tells; the controller asks.
            audits("/api/records/{position}", NO_COUNTY),
            owes("/api/plans/{id}", COUNTY),
            owes("/api/units/{unit}/status", UNIT),
            owes("/api/units/{unit}/trail", UNIT),
            owes("/api/units/{unit}/deadlines.ics", UNIT),
            on("POST", "/api/units/{unit}/calendar-addresses", UNIT, REGISTRAR, INSPECTOR, OFFICER),
            on("DELETE", "/api/units/{unit}/calendar-addresses", UNIT, REGISTRAR, OFFICER),
            on("GET", "/api/deadlines/{secret}.ics", SECRET_ADDRESS, Role.values()),
            owes("/api/obligations", UNIT_ASKED),
            owes("/api/obligations/{id}", UNIT),
            owes("/api/obligations/{id}/trail", UNIT),
            owes("/api/obligations/{id}/explanation", UNIT),
            owes("/api/breaches", UNIT_ASKED),
            owes("/api/notices", UNIT_ASKED),
            on("GET", "/api/calendar/due", NO_COUNTY, Role.values()),
            // Each is of a county; only those of one's own counties are there.
            on("GET", "/api/subscriptions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/api/subscriptions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/api/subscriptions/{id}", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("DELETE", "/api/subscriptions/{id}", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/api/subscriptions/{id}/test", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/api/deliveries", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/api/deliveries/{id}/retries", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/api/projections", NO_COUNTY, ADMINISTRATOR, REGISTRAR, INSPECTOR, AUDITOR),
            on("POST", "/api/projections/rebuild", NO_COUNTY, ADMINISTRATOR),
            on("POST", "/api/projections/{name}/retry", NO_COUNTY, ADMINISTRATOR),
            on("POST", "/api/projections/{name}/rebuild", NO_COUNTY, ADMINISTRATOR),
        };
    }

    private static Permission[] pages() {
        return new Permission[] {
            on("GET", "/", NO_COUNTY, Role.values()),
            reads("/jurisdictions/{code}", COUNTY),
            reads("/jurisdictions/{code}/obligations", COUNTY),
            reads("/jurisdictions/{code}/bulletins/{month}", COUNTY),
            reads("/jurisdictions/{code}/difference", COUNTY),
            reads("/jurisdictions/{code}/trail", COUNTY),
            reads("/tasks/{id}/trail", COUNTY),
            reads("/plans/{id}/trail", COUNTY),
            audits("/jurisdictions/{code}/readings", COUNTY),
            // The table tells everybody in the county what is asked of whom.
            owes("/plans/{id}", COUNTY),
            owes("/units/{unit}", UNIT),
            owes("/units/{unit}/trail", UNIT),
            owes("/obligations/{id}", UNIT),
            owes("/obligations/{id}/trail", UNIT),
            reads("/tasks/{id}", COUNTY),
        };
    }

    private static Permission[] desk() {
        return new Permission[] {
            on("GET", "/desk", NO_COUNTY, ADMINISTRATOR, REGISTRAR, OFFICER),
            on("GET", "/desk/jurisdictions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/jurisdictions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/desk/obligations/{id}", UNIT, REGISTRAR, OFFICER),
            on("GET", "/desk/obligations/{id}/{path}", UNIT, REGISTRAR, OFFICER),
            on("POST", "/desk/obligations/{id}/{path}", UNIT, REGISTRAR, OFFICER),
            on("GET", "/desk/tasks/{id}", COUNTY, REGISTRAR),
            on("POST", "/desk/tasks/{id}", COUNTY, REGISTRAR),
            on("GET", "/desk/plans/{id}", COUNTY, REGISTRAR),
            on("POST", "/desk/plans/{id}", COUNTY, REGISTRAR),
            on("GET", "/desk/jurisdictions/{code}/calendars/{year}", COUNTY, REGISTRAR),
            on("POST", "/desk/jurisdictions/{code}/calendars/{year}", COUNTY, REGISTRAR),
            on("GET", "/desk/jurisdictions/{code}/units", COUNTY, REGISTRAR),
            on("POST", "/desk/jurisdictions/{code}/units", COUNTY, REGISTRAR),
            on("GET", "/desk/jurisdictions/{code}/plans", COUNTY, REGISTRAR),
            on("POST", "/desk/jurisdictions/{code}/plans", COUNTY, REGISTRAR),
            on("GET", "/desk/jurisdictions/{code}/plans/{sha256}", COUNTY, REGISTRAR),
            on("POST", "/desk/jurisdictions/{code}/plans/{sha256}", COUNTY, REGISTRAR),
            on("GET", "/desk/units/{unit}/contact", COUNTY, REGISTRAR),
            on("POST", "/desk/units/{unit}/contact", COUNTY, REGISTRAR),
            on("GET", "/desk/units/{unit}/calendar", UNIT, REGISTRAR, INSPECTOR, OFFICER),
            on("POST", "/desk/units/{unit}/calendar", UNIT, REGISTRAR, INSPECTOR, OFFICER),
            on("POST", "/desk/units/{unit}/calendar/closing", UNIT, REGISTRAR, OFFICER),
            on("GET", "/desk/persons/{id}/erasure", COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/persons/{id}/erasure", COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/desk/subscriptions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/subscriptions", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/subscriptions/{id}/deletion", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("GET", "/desk/subscriptions/{id}/test", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/subscriptions/{id}/test", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
            on("POST", "/desk/subscriptions/deliveries/{id}/retries", NO_COUNTY, ADMINISTRATOR, REGISTRAR),
        };
    }

    private static Permission reads(String path, Subject subject) {
        return on("GET", path, subject, REGISTRAR, INSPECTOR);
    }

    private static Permission audits(String path, Subject subject) {
        return on("GET", path, subject, REGISTRAR, INSPECTOR, AUDITOR);
    }

    private static Permission owes(String path, Subject subject) {
        return on("GET", path, subject, REGISTRAR, INSPECTOR, OFFICER);
    }
}
