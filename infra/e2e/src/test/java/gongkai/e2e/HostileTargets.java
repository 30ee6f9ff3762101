package gongkai.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All that can be asked of a running program: the operations that its own OpenAPI documents name, and the pages and forms
 * that a walk along its links finds. A county of their own keeps these requests away from other tests.
 *
 * @param tokens an access token of the client of that name
 */
record HostileTargets(List<Operation> operations, List<String> pages, List<Form> forms, UnaryOperator<String> tokens) {
    static final String COUNTY = "610999";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*name=\"([^\"]*)\"");
    private static final int MOST_PAGES = 70;
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("tasks", COUNTY + "-2019-01"),
            Map.entry("plans", COUNTY + "-2019"),
            Map.entry("units", COUNTY + "-T01"),
            Map.entry("obligations", COUNTY + "-2019-01-T01"),
            Map.entry("publications", COUNTY + "-2019-01-T01-P1"),
            Map.entry("cases", COUNTY + "-2019-02-T01-C1"),
            Map.entry("jurisdictions", COUNTY),
            Map.entry("ledgers", COUNTY),
            Map.entry("bulletins", "2019-05"),
            Map.entry("calendars", "2019"));

    /**
     * @param template the path with its variables in braces
     * @param query names of its parameters, with an example each
     * @param bodies an example of each media type that it takes
     */
    record Operation(
            String service,
            int port,
            String verb,
            String template,
            Map<String, String> query,
            Map<String, JsonNode> bodies) {
        /** What usually stands in the place of the variable after that segment. */
        static String id(String segment) {
            return IDS.getOrDefault(segment, "1");
        }

        String name() {
            return service + " " + verb + " " + template;
        }
    }

    /** @param fields their names */
    record Form(String action, List<String> fields, boolean upload) {}

    static HostileTargets of(RunningStandalone gongkai) throws IOException {
        long position = aCounty(gongkai.command());
        List<Operation> operations = new ArrayList<>();
        operations.addAll(
                operations("command", gongkai.command(), gongkai.launch().commandPort()));
        operations.addAll(operations("query", gongkai.query(), gongkai.launch().queryPort()));
        List<String> pages = new ArrayList<>();
        Map<String, Form> forms = new LinkedHashMap<>();
        walk(
                new DeskClient(gongkai.query()),
                "/desk?jurisdiction=" + COUNTY + "&minPosition=" + position,
                pages,
                forms);
        return new HostileTargets(operations, pages, List.copyOf(forms.values()), gongkai::token);
    }

    private static List<Operation> operations(String service, Api api, int port) {
        return new OpenApi(api.get("/v3/api-docs").ok())
                .operations().stream().map(it -> operation(service, port, it)).toList();
    }

    private static Operation operation(String service, int port, OpenApi.Operation it) {
        String[] name = it.name().split(" ", 2);
        Map<String, String> query = new LinkedHashMap<>();
        it.json()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .forEach(parameter -> query.put(
                        parameter.path("name").asString(""),
                        parameter
                                .path("example")
                                .asString(
                                        parameter.path("schema").path("default").asString(""))));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        it.json()
                .path("requestBody")
                .path("content")
                .propertyStream()
                .forEach(body -> bodies.put(body.getKey(), body.getValue().path("example")));
        return new Operation(service, port, name[0].toUpperCase(java.util.Locale.ROOT), name[1], query, bodies);
    }

    private static long aCounty(Api command) throws IOException {
        String county = "/api/jurisdictions/" + COUNTY;
        command.put(county, "application/json", "{\"name\":\"敌意县\"}").ok();
        command.put(
                        county + "/units",
                        "text/csv;charset=UTF-8",
                        "code,name,kind,aliases\n%1$s-T01,甲镇,TOWN,\n%1$s-D01,乙局,DEPARTMENT,乙\n".formatted(COUNTY))
                .ok();
        Path table = Files.createTempFile("table", ".csv");
        Files.writeString(
                table, "2019年任务分解表\n公开目录,分类,公开内容,责任单位,完成时限\n一,二,三,甲镇,4月底前\n一,二,四,甲镇,受理之日起5个工作日\n一,二,五,乙局,适时\n");
        command.upload(county + "/plans", table, 2019).ok();
        Files.delete(table);
        command.post(
                        "/api/obligations/" + COUNTY + "-2019-01-T01/publications",
                        Map.of(
                                "title",
                                "一",
                                "url",
                                "https://www.example.gov.cn/1",
                                "publishedAt",
                                "2019-04-28T10:00:00+08:00"))
                .ok();
        return command.post(
                        "/api/obligations/" + COUNTY + "-2019-02-T01/cases",
                        Map.of("subject", "一", "acceptedAt", "2019-04-28T10:00:00+08:00"))
                .position();
    }

    private static void walk(DeskClient client, String from, List<String> pages, Map<String, Form> forms) {
        Set<String> seen = new java.util.HashSet<>(List.of(from));
        ArrayDeque<String> next = new ArrayDeque<>(
                List.of(from, "/", "/desk", "/desk/jurisdictions", "/desk/subscriptions", "/jurisdictions/" + COUNTY));
        while (!next.isEmpty() && pages.size() < MOST_PAGES) {
            String path = next.remove();
            DeskClient.Answer answer = client.get(path);
            pages.add(path);
            LINK.matcher(answer.text())
                    .results()
                    .map(it -> it.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                    .filter(HostileTargets::isOurs)
                    .filter(seen::add)
                    .forEach(next::add);
            FORM.matcher(answer.text())
                    .results()
                    .forEach(it -> forms.putIfAbsent(
                            it.group(1),
                            new Form(
                                    it.group(1).replace("&amp;", "&"),
                                    FIELD.matcher(it.group())
                                            .results()
                                            .map(field -> field.group(1))
                                            .distinct()
                                            .toList(),
                                    it.group().contains("multipart/form-data"))));
        }
    }

    private static boolean isOurs(String path) {
        return !path.startsWith("/static")
                && !path.startsWith("/api")
                && !path.startsWith("/docs")
                && Stream.of(COUNTY, "/desk/subscriptions").anyMatch(path::contains);
    }
}
