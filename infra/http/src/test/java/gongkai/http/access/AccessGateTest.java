package gongkai.http.access;

import static gongkai.http.access.Permission.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gongkai.http.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGateTest {
    private static final String NO_ID = "";
    private static final Permission PUBLISH = on("POST", "/o/{id}", Subject.UNIT, Role.REGISTRAR, Role.OFFICER);
    private static final Permission LIST = on("GET", "/o", Subject.UNIT_ASKED, Role.INSPECTOR, Role.OFFICER);
    private static final Permission IMPORT = on("POST", "/j/{code}", Subject.COUNTY, Role.REGISTRAR);
    private static final Caller REGISTRAR =
            new Caller("李", "issuer\n李", "李", Set.of(Role.REGISTRAR), Set.of("610926"), Set.of());
    private static final Caller INSPECTOR =
            new Caller("王", "issuer\n王", "王", Set.of(Role.INSPECTOR), Set.of("610926"), Set.of());
    private static final Caller OFFICER =
            new Caller("陈", "issuer\n陈", "陈", Set.of(Role.OFFICER), Set.of("610926"), Set.of("610926-T03"));
    private static final Caller EVERYWHERE =
            new Caller("赵", "issuer\n赵", "赵", Set.of(Role.INSPECTOR), Set.of("*"), Set.of());

    @Test
    void anotherCountysThingsAreNotThereWhateverTheRole() {
        assertThat(refusal(IMPORT, REGISTRAR, "610999")).isEqualTo("NOT_FOUND");
        assertThat(refusal(IMPORT, OFFICER, "610999")).isEqualTo("NOT_FOUND");
    }

    @Test
    void inOnesOwnCountyTheRoleDecides() {
        assertAllowed(IMPORT, REGISTRAR, "610926");
        assertThat(refusal(IMPORT, INSPECTOR, "610926")).isEqualTo("FORBIDDEN");
    }

    @Test
    void anOfficerActsForTheirOwnUnitOnly() {
        assertAllowed(PUBLISH, OFFICER, "610926-2019-04-T03");
        assertAllowed(PUBLISH, OFFICER, "610926-2019-04-T03-P1");
        assertAllowed(PUBLISH, OFFICER, "610926-2019-04-T03-C2");
        assertThat(refusal(PUBLISH, OFFICER, "610926-2019-04-D05")).isEqualTo("FORBIDDEN");
        assertThat(refusal(PUBLISH, OFFICER, "610926-2019-04-T03-P1-D05")).isEqualTo("FORBIDDEN");
        assertAllowed(PUBLISH, REGISTRAR, "610926-2019-04-D05");
    }

    @Test
    void whoDoesNotSeeAllNamesACounty() {
        assertThat(refusal(LIST, INSPECTOR, NO_ID)).isEqualTo("JURISDICTION_REQUIRED");
        assertThat(refusal(LIST, INSPECTOR, NO_ID, "jurisdiction", " ")).isEqualTo("JURISDICTION_REQUIRED");
        assertAllowed(LIST, EVERYWHERE, NO_ID);
        assertAllowed(LIST, INSPECTOR, NO_ID, "jurisdiction", "610926");
    }

    @Test
    void everyCountyThatIsNamedHasToBeTheirs() {
        assertThat(refusal(LIST, INSPECTOR, NO_ID, "jurisdiction", "610926", "unit", "610999-T01"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void anOfficerNamesAUnitOfTheirs() {
        assertThat(refusal(LIST, OFFICER, NO_ID, "jurisdiction", "610926")).isEqualTo("FORBIDDEN");
        assertThat(refusal(LIST, OFFICER, NO_ID, "unit", "610926-D05")).isEqualTo("FORBIDDEN");
        assertAllowed(LIST, OFFICER, NO_ID, "unit", "610926-T03");
    }

    @Test
    void anOperationStandsInTheMatrixOnce() {
        assertThatIllegalStateException().isThrownBy(() -> AccessMatrix.of(IMPORT, IMPORT));
        assertThat(AccessMatrix.of(LIST).of("HEAD", "/o")).contains(LIST);
    }

    @Test
    void anAddressIsOpenToWhomTheGateLetsInWithTheIdAndParametersThatItHas() {
        var addresses = new OpenAddresses(AccessMatrix.of(
                LIST,
                on("GET", "/j/{code}", Subject.COUNTY, Role.INSPECTOR),
                on("GET", "/o/{id}", Subject.UNIT, Role.INSPECTOR, Role.OFFICER),
                on("GET", "/o/all", Subject.NO_COUNTY, Role.REGISTRAR)));
        assertThat(addresses.areFor(OFFICER, "/o/610926-2019-04-T03?at=2019-05-01&known=position:5"))
                .isTrue();
        assertThat(addresses.areFor(OFFICER, "/o/610926-2019-04-D05")).isFalse();
        assertThat(addresses.areFor(OFFICER, "/j/610926")).isFalse();
        assertThat(addresses.areFor(INSPECTOR, "/j/610926")).isTrue();
        assertThat(addresses.areFor(INSPECTOR, "/j/610999")).isFalse();
        assertThat(addresses.areFor(INSPECTOR, "/o/all")).isFalse();
        assertThat(addresses.areFor(OFFICER, "/o?unit=610926-T03&limit=5")).isTrue();
        assertThat(addresses.areFor(OFFICER, "/o?jurisdiction=610926")).isFalse();
        assertThat(addresses.areFor(OFFICER, "/docs")).isTrue();
    }

    private static void assertAllowed(Permission permission, Caller caller, String id, String... parameters) {
        assertThatNoException().isThrownBy(() -> require(permission, caller, id, parameters));
    }

    private static String refusal(Permission permission, Caller caller, String id, String... parameters) {
        var refused = catchThrowableOfType(ProblemException.class, () -> require(permission, caller, id, parameters));
        assertThat(refused).as("refusal").isNotNull();
        return String.valueOf(refused.getBody().getType()).replaceFirst(".*:", "");
    }

    private static void require(Permission permission, Caller caller, String id, String... parameters) {
        Map<String, String> named = parameters.length == 0
                ? Map.of()
                : parameters.length == 2
                        ? Map.of(parameters[0], parameters[1])
                        : Map.of(parameters[0], parameters[1], parameters[2], parameters[3]);
        AccessGate.require(permission, caller, Optional.of(id).filter(it -> !it.equals(NO_ID)), named::get);
    }
}
