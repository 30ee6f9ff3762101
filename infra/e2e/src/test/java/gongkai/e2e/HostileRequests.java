package gongkai.e2e;

import static gongkai.e2e.Naughty.pick;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.e2e.HostileTargets.Form;
import gongkai.e2e.HostileTargets.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The n-th hostile request of a seed is always the same one. */
record HostileRequests(long seed, HostileTargets targets) {
    private static final List<String> VERBS = List.of(
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "BREW",
            "get",
            "A".repeat(300));
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "text/csv",
            "text/csv;charset=GB18030",
            "text/csv;charset=nonsense",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "application/json;charset=UTF-16",
            "application/json;charset=\u0001",
            "/",
            "",
            "a/b; c=\"",
            "*/*",
            "application/problem+json");
    private static final List<String> ODD_HEADERS = List.of(
            "Accept: text/html",
            "Accept: application/xml",
            "Accept: */*;q=2",
            "Accept: ,,,",
            "Accept: image/png",
            "Accept: text/event-stream",
            "Accept-Language: zz-\u0080",
            "Accept-Language: " + "en,".repeat(500),
            "Cookie: gongkai-lang=\u00ff; a=b",
            "Cookie: gongkai-lang=en\"; =;",
            "Cookie: gongkai-lang=../../x",
            "Range: bytes=0-0,5-1,99-",
            "Range: bytes=99999999999999999999-",
            "If-None-Match: \"",
            "If-Modified-Since: nonsense",
            "If-Match: *",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-For: ' OR 1",
            "X-Forwarded-Prefix: //evil.example",
            "Forwarded: host=\"",
            "X-HTTP-Method-Override: DELETE",
            "Origin: null",
            "Origin: http://[",
            "Sec-Fetch-Site: cross-site",
            "Last-Event-ID: -2",
            "Last-Event-ID: x",
            "Last-Event-ID: 9223372036854775807",
            "Idempotency-Key: x",
            "Idempotency-Key: 甲",
            "Idempotency-Key: " + "k".repeat(400),
            "Expect: 100-continue",
            "Expect: nonsense",
            "Upgrade: h2c",
            "X-Long: " + "x".repeat(20_000),
            "Referer: //evil.example",
            "Access-Control-Request-Method: DELETE",
            "Content-Encoding: gzip",
            "Accept-Charset: nonsense",
            "Content-Disposition: attachment");
    private static final List<String> BROKEN_TOKENS = List.of(
            "Bearer",
            "Bearer x",
            "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyZWdpc3RyYXIifQ.",
            "Bearer " + "x".repeat(5_000),
            "bearer 甲",
            "Basic cmVnaXN0cmFyOng=",
            "Digest nonsense",
            "DPoP x");
    /** A server may refuse these before it knows what is asked. */
    private static final List<String> BROKEN_LINES = List.of(
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\n\r\n\r\n",
            "GET http://evil.example/api/x HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /api/x HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /api/x HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
            "GET /api/x HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            "GET /api/\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\u00e5\u00ae HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /?" + "a".repeat(90_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n" + "X-A: b\r\n".repeat(400) + "\r\n",
            "G\u0001ET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\n\n");

    /**
     * @param target what it is meant for, for the summary
     * @param api whether its refusal must be a problem document; otherwise it must be a page
     * @param head whether only the head of an answer comes
     * @param raw one character a byte
     * @param line whether already the line or a header is broken, so that the server may refuse it before anything of ours runs
     */
    record Shot(String target, int port, boolean api, boolean line, boolean head, String raw) {
        byte[] bytes() {
            return raw.getBytes(ISO_8859_1);
        }
    }

    Shot shot(int number) {
        SplittableRandom chance = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        int kind = chance.nextInt(100);
        if (kind < 4) {
            Operation any = pick(chance, targets.operations());
            return new Shot(any.service() + " broken line", any.port(), true, true, false, pick(chance, BROKEN_LINES));
        }
        return kind < 72 ? ofOperation(chance) : kind < 86 ? ofPage(chance) : ofForm(chance);
    }

    private Shot ofOperation(SplittableRandom chance) {
        Operation it = pick(chance, targets.operations());
        String path = path(chance, it.template());
        boolean disturbed = chance.nextInt(15) == 0;
        String address =
                (disturbed ? "/api" + Naughty.disturbed(chance, path.substring(4)) : path) + query(chance, it.query());
        String type = it.bodies().isEmpty()
                ? "application/json"
                : pick(chance, List.copyOf(it.bodies().keySet()));
        byte[] body = it.bodies().isEmpty() && chance.nextInt(10) > 0
                ? new byte[0]
                : body(chance, type, it.bodies().getOrDefault(type, MissingNode.getInstance()));
        return shot(
                chance,
                it.name(),
                it.port(),
                chance.nextInt(20) == 0 ? pick(chance, VERBS) : it.verb(),
                address,
                type,
                body,
                true);
    }

    private static byte[] body(SplittableRandom chance, String type, JsonNode example) {
        if (type.startsWith("multipart")) {
            return multipart(chance, List.of("year", "issuedOn", "title", "reason", "authority"));
        }
        if (type.startsWith("text/csv")) {
            String csv = "code,name,kind,aliases\n610999-T01,甲镇,TOWN,甲\n610999-D01,乙局,DEPARTMENT,乙\n";
            int at = chance.nextInt(csv.length());
            return (csv.substring(0, at) + Naughty.value(chance) + csv.substring(at)).getBytes(UTF_8);
        }
        return example.isMissingNode() || example.isNull()
                ? Naughty.value(chance).getBytes(UTF_8)
                : NaughtyJson.of(chance, example);
    }

    private Shot ofPage(SplittableRandom chance) {
        String page = pick(chance, targets.pages());
        String path = page.replaceAll("\\?.*", "");
        String changed = switch (chance.nextInt(4)) {
            case 0 -> path.length() < 2 ? path : Naughty.disturbed(chance, path);
            case 1 -> path.replaceAll("[^/]*$", "") + Naughty.inAddress(chance);
            default -> path;
        };
        String query = query(
                chance,
                Map.of(
                        "at",
                        "2019-05-02",
                        "known",
                        "2019-05-02",
                        "lang",
                        "en",
                        "status",
                        "OVERDUE",
                        "unit",
                        "610999-T01",
                        "from",
                        "position:1"));
        return shot(
                chance,
                "page " + name(path),
                port("query"),
                chance.nextInt(15) == 0 ? pick(chance, VERBS) : "GET",
                changed + query,
                "",
                new byte[0],
                changed.startsWith("/api"));
    }

    private Shot ofForm(SplittableRandom chance) {
        Form form = pick(chance, targets.forms());
        boolean upload = form.upload();
        String fields = form.fields().stream()
                .filter(_ -> chance.nextInt(10) > 0)
                .map(it -> it + "="
                        + (it.equals("formKey")
                                ? "key-" + chance.nextInt(100_000, 999_999)
                                : Naughty.inAddress(chance)))
                .collect(Collectors.joining("&"));
        byte[] body = upload ? multipart(chance, form.fields()) : fields.getBytes(UTF_8);
        String type = upload ? "multipart/form-data" : "application/x-www-form-urlencoded";
        return shot(chance, "form " + name(form.action()), port("query"), "POST", form.action(), type, body, false);
    }

    private Shot shot(
            SplittableRandom chance,
            String target,
            int port,
            String verb,
            String address,
            String type,
            byte[] body,
            boolean api) {
        List<String> headers = new ArrayList<>();
        headers.add("Host: 127.0.0.1:" + port);
        String sent = chance.nextInt(20) == 0
                ? pick(chance, TYPES)
                : type.equals("multipart/form-data") ? type + "; boundary=gongkai" : type;
        if (!sent.isEmpty()) {
            headers.add("Content-Type: " + sent);
        }
        authorization(chance).ifPresent(it -> headers.add("Authorization: " + it));
        if (chance.nextInt(40) > 0) {
            headers.add("Origin: http://127.0.0.1:" + port);
        }
        for (int i = chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0; i > 0; i--) {
            headers.add(pick(chance, ODD_HEADERS));
        }
        if (chance.nextInt(200) == 0) {
            headers.add("Content-Length: " + (body.length + chance.nextInt(-3, 4)));
        }
        boolean line = headers.stream()
                        .anyMatch(it -> it.startsWith("Content-Length")
                                || it.startsWith("Expect: n")
                                || it.length() > 7_000
                                || it.chars().anyMatch(Character::isISOControl))
                || !isPlain(address)
                || leavesTheRoot(address)
                || address.length() > 7_000
                || VERBS.indexOf(verb) > 6;
        return new Shot(
                target,
                port,
                api,
                line,
                verb.equals("HEAD"),
                new String(RawHttp.bytes(verb, address, headers, body), ISO_8859_1));
    }

    /** Mostly who may most, so that most requests get as far as what they are about. */
    private Optional<String> authorization(SplittableRandom chance) {
        return switch (chance.nextInt(40)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(pick(chance, BROKEN_TOKENS));
            case 2, 3, 4, 5 ->
                Optional.of("Bearer "
                        + targets.tokens()
                                .apply(pick(chance, List.of("administrator", "officer", "inspector", "auditor"))));
            default -> Optional.of("Bearer " + targets.tokens().apply("registrar"));
        };
    }

    private static boolean isPlain(String address) {
        return address.matches("/[A-Za-z0-9/._~!$&'()*+,;=:@?-]*");
    }

    /** A browser resolves dots before it asks; what is left of them belongs to no address of ours. */
    private static boolean leavesTheRoot(String address) {
        return URI.create("http://a" + address.replaceAll("[?].*", ""))
                .normalize()
                .getPath()
                .startsWith("/..");
    }

    private static String path(SplittableRandom chance, String template) {
        String before = "";
        List<String> segments = new ArrayList<>();
        for (String segment : List.of(template.substring(1).split("/", -1))) {
            segments.add(
                    segment.startsWith("{")
                            ? chance.nextInt(5) == 0 ? Naughty.inAddress(chance) : Operation.id(before)
                            : segment);
            before = segment;
        }
        return "/" + String.join("/", segments);
    }

    private static String query(SplittableRandom chance, Map<String, String> known) {
        List<String> fields = new ArrayList<>();
        known.forEach((name, example) -> {
            int kind = chance.nextInt(5);
            if (kind < 2) {
                fields.add(name + "="
                        + URLEncoder.encode(name.equals("jurisdiction") ? HostileTargets.COUNTY : example, UTF_8));
            } else if (kind == 2) {
                fields.add(name + "=" + hostile(chance, name));
            }
        });
        if (chance.nextInt(4) == 0) {
            String name = pick(
                    chance,
                    List.of(
                            "at",
                            "known",
                            "cursor",
                            "limit",
                            "minPosition",
                            "lang",
                            "jurisdiction",
                            "after",
                            "[]",
                            "",
                            "_method"));
            fields.add(name + "=" + hostile(chance, name));
        }
        return fields.isEmpty() ? "" : "?" + String.join("&", fields);
    }

    /** A position far ahead is waited for, as it should be, but to wait often would take the whole day here. */
    private static String hostile(SplittableRandom chance, String name) {
        return name.equals("minPosition") && chance.nextInt(200) > 0
                ? pick(chance, List.of("-1", "x", "", "1e3", "99999999999999999999", "0"))
                : Naughty.inAddress(chance);
    }

    private static byte[] multipart(SplittableRandom chance, List<String> fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields) {
            if (field.equals("file") || chance.nextInt(3) == 0) {
                continue;
            }
            String value = field.equals("year") && chance.nextInt(4) > 0 ? "2019" : Naughty.value(chance);
            body.append("--gongkai\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n");
        }
        String table = "2019年任务分解表\n公开目录,分类,公开内容,责任单位,完成时限\n" + Naughty.value(chance) + ",二," + Naughty.value(chance)
                + "," + pick(chance, List.of("甲镇", "乙局", Naughty.value(chance))) + "," + Naughty.value(chance) + "\n";
        String name = chance.nextInt(3) > 0
                ? "t.csv"
                : Naughty.value(chance).replaceAll("[\r\n\"]", "")
                        + pick(chance, List.of(".csv", ".docx", ".xlsx", ".txt", "", "/../a.csv"));
        body.append("--gongkai\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + table + "\r\n");
        body.append(chance.nextInt(20) == 0 ? "--gon" : "--gongkai--\r\n");
        return body.toString().getBytes(UTF_8);
    }

    private int port(String service) {
        return targets.operations().stream()
                .filter(it -> it.service().equals(service))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private static String name(String path) {
        return path.replaceAll("\\?.*", "").replaceAll(HostileTargets.COUNTY + "[-0-9A-Z]*", "*");
    }
}
