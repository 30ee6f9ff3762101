package gongkai.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.command.RunningCommandService.Answer;
import gongkai.command.importing.SampleTable;
import gongkai.testing.SharedServers;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** What identifies somebody is sealed before it is recorded, and erased for good (个人信息保护法 art. 47). */
@ExtendWith({SharedServers.class, OutputCaptureExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonTest {

    private static final String CONTACT = "欧阳联系一";
    private static final String REPORTER = "司马反映二";
    private static final String ACTOR = "诸葛经办三";
    private static final List<String> SECRETS = List.of(CONTACT, REPORTER, ACTOR, "13900012345", "13700054321");
    private static final String CASES = "/api/obligations/610926-2019-08-T01/cases";
    private static final String BASIS = """
            {"reason":"本人要求删除","authority":"个人信息保护法第四十七条"}""";

    private RunningCommandService service;
    private String contact = "";
    private String reporter = "";
    private String actor = "";
    private Map<String, byte[]> oldKeys = Map.of();

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
        service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        service.importPlan(SampleTable.docx(), "task-breakdown.docx", 2019, false);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static String person(String name, String phone) {
        return "{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(name, phone);
    }

    private Answer nameContact(String body) {
        return service.send(HttpMethod.PUT, "/api/jurisdictions/610926/units/610926-T01/contact", body);
    }

    private static String accept(String reporter) {
        return "{\"subject\":\"自来水浑浊\",\"acceptedAt\":\"2019-04-24T09:00:00+08:00\",\"reporter\":%s}"
                .formatted(reporter);
    }

    private Answer erase(String person) {
        return service.send(HttpMethod.DELETE, "/api/persons/" + person, BASIS);
    }

    private static String tokenOfPerson() {
        return TestIssuer.shared()
                .token(
                        "at+jwt",
                        it -> it.subject("0d1f7e4c-1111-4222-8333-944455556666")
                                .claim("preferred_username", ACTOR)
                                .claim("roles", List.of("registrar"))
                                .claim("jurisdictions", List.of("610926")));
    }

    private Answer renameAsPerson(String name) {
        return service.send(
                HttpMethod.PUT, "/api/jurisdictions/610926", "{\"name\":\"%s\"}".formatted(name), tokenOfPerson());
    }

    /** The newest record. */
    private String record(long position) {
        return service.text("/api/ledgers/610926/records?limit=500&from=" + position);
    }

    private String opened(String... items) {
        var answer = service.post(
                "/api/jurisdictions/610926/openings", "{\"items\":[%s]}".formatted(String.join(",", items)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("items").toString();
    }

    private String sealedContact() {
        return sealed("CONTACT", "610926-T01", contact, "ContactNamed");
    }

    private String sealedReporter() {
        return sealed("REPORTER", "610926-2019-08-T01", reporter, "CaseAccepted");
    }

    private String sealed(String field, String about, String person, String type) {
        for (var record : JsonMapper.shared().readTree(record(300))) {
            var data = record.path("data").path(field.equals("CONTACT") ? "contact" : "reporter");
            if (record.path("type").asString().contains(type)
                    && data.path("person").asString().equals(person)) {
                return "{\"person\":\"%s\",\"field\":\"%s\",\"about\":\"%s\",\"sealed\":\"%s\"}"
                        .formatted(person, field, about, data.path("sealed").asString());
            }
        }
        throw new AssertionError("no " + type + " of " + person);
    }

    private static String actorItem(String person) {
        return "{\"person\":\"" + person + "\"}";
    }

    private Map<String, byte[]> keyFiles() {
        var files = new HashMap<String, byte[]>();
        try (var all = Files.list(service.keys().resolve("persons"))) {
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    @Order(1)
    void whoIsNamedIsSealedBeforeItIsRecordedAndOpenedForWhoMayRead() {
        var named = nameContact(person(CONTACT, "13900012345"));
        contact = named.text("id");
        assertThat(contact).matches("610926-p-[0-9a-f]{32}");
        assertThat(record(named.position())).contains("ContactNamed", contact).doesNotContain(CONTACT, "13900012345");
        assertThat(opened(sealedContact())).contains("OPEN", CONTACT, "13900012345");

        var accepted = service.post(CASES, accept(person(REPORTER, "13700054321")), "case-of-a-reporter");
        reporter = accepted.text("reporter");
        assertThat(record(accepted.position())).contains(reporter).doesNotContain(REPORTER, "13700054321");
        assertThat(opened(sealedReporter())).contains("OPEN", REPORTER);
        assertThat(service.post(CASES, accept(person(REPORTER, "13700054321")), "case-of-a-reporter")
                        .text("reporter"))
                .as("sent twice, recorded once")
                .isEqualTo(reporter);
        assertThat(service.post(CASES, accept(person("别人", "13700054321")), "case-of-a-reporter")
                        .text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    @Order(2)
    void whoSignsInIsNamedByAnIdInEveryRecordAndAProgramByItsName() {
        var renamed = renameAsPerson("平利");
        var record = record(renamed.position());
        assertThat(record).doesNotContain(ACTOR, "0d1f7e4c");
        actor = record.replaceAll("(?s).*\"actor\":\"([^\"]+)\".*", "$1");
        assertThat(actor).matches("610926-p-[0-9a-f]{32}");
        assertThat(record(renameAsPerson("平利县").position())).contains(actor);
        assertThat(opened(actorItem(actor))).contains("OPEN", ACTOR);
        assertThat(record(0)).contains("\"actor\":\"registrar\"");
    }

    @Test
    @Order(3)
    void whatIsRefusedIsNotRepeated(CapturedOutput output) {
        assertThat(nameContact(person(CONTACT + "\\n", "1")).body().toString())
                .contains("FIELD_INVALID")
                .doesNotContain(CONTACT);
        assertThat(nameContact("{\"name\":\"" + CONTACT + "\",\"phone\":{\"a\":1}}")
                        .body()
                        .toString())
                .contains("REQUEST_MALFORMED")
                .doesNotContain(CONTACT);
        assertThat(nameContact("{\"name\":\"" + CONTACT + "\"").body().toString())
                .doesNotContain(CONTACT);
        assertThat(nameContact("{\"name\":\"某\",\"person\":\"610926-p-" + "0".repeat(32) + "\"}")
                        .text("code"))
                .isEqualTo("PERSON_UNKNOWN");
        assertThat(nameContact("{\"name\":\"某\",\"person\":\"../signing-key\"}").text("code"))
                .isEqualTo("PERSON_UNKNOWN");
        assertThat(service.send(HttpMethod.PUT, "/api/jurisdictions/610926/units/610926-X99/contact", person("某", "1"))
                        .text("code"))
                .isEqualTo("UNIT_UNKNOWN");
        assertThat(erase("610926-p-" + "0".repeat(32)).text("code")).isEqualTo("PERSON_UNKNOWN");
        assertThat(output.getAll()).doesNotContain(SECRETS);
    }

    @Test
    @Order(4)
    void anOfficerOpensWhatIsAboutTheirOwnUnitOnly() {
        var officer =
                TestIssuer.shared().token("officer", List.of("officer"), List.of("610926"), List.of("610926-T02"));
        var answer = service.send(
                HttpMethod.POST,
                "/api/jurisdictions/610926/openings",
                "{\"items\":[%s]}".formatted(sealedReporter()),
                officer);
        assertThat(answer.text("code")).isEqualTo("FORBIDDEN");
    }

    @Test
    @Order(5)
    void whatWasSealedForOnePlaceOpensInNoOther() {
        assertThat(opened(sealedReporter().replace("REPORTER", "CONTACT"))).contains("UNAVAILABLE");
        assertThat(opened(sealedReporter().replace("08-T01", "08-T02"))).contains("UNAVAILABLE");
        assertThat(opened(sealedReporter().replace(reporter, contact))).contains("UNAVAILABLE");
    }

    @Test
    @Order(6)
    void keysAreFilesForTheirOwnerOnlyAndOutsideTheDatabase() throws Exception {
        var directory = service.keys().resolve("persons");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        oldKeys = keyFiles();
        assertThat(oldKeys).containsKeys(contact, reporter, actor);
        for (var name : oldKeys.keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-------");
        }
        service.restartAfter(() -> copyDatabase("gongkai_ledger", "old_backup"));
        await().untilAsserted(() -> assertThat(opened(sealedContact())).contains(CONTACT));
    }

    private void copyDatabase(String from, String to) {
        var postgres = service.postgres();
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(to));
            statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(to, from));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(7)
    void erasingAPersonIsAnEventAndLeavesNothingToRead() throws Exception {
        var fingerprint = keyFiles().get("requests");
        var erased = erase(contact);
        assertThat(erased.status()).as(erased.body().toString()).isEqualTo(200);
        assertThat(record(erased.position()))
                .contains("PersonErased", contact, "本人要求删除", "个人信息保护法第四十七条", "\"actor\":\"registrar\"");
        assertThat(erase(reporter).status()).isEqualTo(200);
        assertThat(erase(actor).status()).isEqualTo(200);
        assertThat(opened(sealedContact(), sealedReporter(), actorItem(actor)))
                .doesNotContain(CONTACT, REPORTER, ACTOR, "OPEN", "UNAVAILABLE")
                .contains("ERASED");
        assertThat(keyFiles()).doesNotContainKeys(contact, reporter, actor, "requests");
        assertThat(fingerprint).isNotNull();
        long before = service.recorded();
        assertThat(erase(contact).status()).as("said again").isEqualTo(200);
        assertThat(service.recorded()).isEqualTo(before);
        keyFiles()
                .forEach((name, bytes) ->
                        assertThat(new String(bytes, UTF_8)).as(name).doesNotContain(SECRETS));
        assertThat(service.text("/api/ledgers/610926/verification")).contains("\"valid\":true");
    }

    @Test
    @Order(8)
    void ofSomebodyErasedNothingNewIsKept() {
        assertThat(nameContact("{\"name\":\"某\",\"person\":\"" + contact + "\"}")
                        .text("code"))
                .isEqualTo("PERSON_ERASED");
        assertThat(renameAsPerson("又一名").text("code")).isEqualTo("PERSON_ERASED");
        assertThat(keyFiles()).doesNotContainKeys(contact, actor);
    }

    @Test
    @Order(9)
    void keysFromAnOldBackupAreGoneBeforeAnythingIsOpened() {
        service.restartAfter(this::putBackOldKeys);
        bringsNobodyBack();
    }

    @Test
    @Order(10)
    void anOldBackupOfBothTheLedgerAndTheKeysBringsNobodyBack() {
        service.restartAfter(() -> {
            copyDatabase("old_backup", "gongkai_ledger");
            putBackOldKeys();
        });
        bringsNobodyBack();
        assertThat(record(300)).doesNotContain("PersonErased");
        assertThat(service.text("/actuator/health")).doesNotContain(SECRETS);
    }

    /** As it was, without what remembers the erasures. */
    private void putBackOldKeys() {
        var directory = service.keys().resolve("persons");
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            for (var old : oldKeys.entrySet()) {
                Files.write(directory.resolve(old.getKey()), old.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringsNobodyBack() {
        assertThat(opened(sealedContact(), sealedReporter(), actorItem(actor))).doesNotContain(SECRETS);
        await().untilAsserted(() -> assertThat(opened(sealedContact(), sealedReporter(), actorItem(actor)))
                .contains("ERASED")
                .doesNotContain("UNAVAILABLE"));
        await().untilAsserted(() -> assertThat(keyFiles()).doesNotContainKeys(contact, reporter, actor));
    }
}
