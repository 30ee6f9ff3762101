package gongkai.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Text that breaks careless programs, as values and as parts of an address. */
final class Naughty {
    /** What a header injection would add to an answer. */
    static final String INJECTED = "X-Injected";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\t\n",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "1e309",
            "NaN",
            "Infinity",
            "-0",
            "0x10",
            "1_000",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999",
            "2147483648",
            "٣",
            "１２",
            "\u0000",
            "a\u0000b",
            "a\r\n" + INJECTED + ": 1",
            "\r\n\r\n<html>",
            "\u001b[31m",
            "<script>alert(1)</script>",
            "\"'><img src=x onerror=alert(1)>",
            "${7*7}",
            "#{7*7}",
            "[[${7*7}]]",
            "__${T(x.y.Z)}__::.x",
            "${jndi:ldap://127.0.0.1:1/a}",
            "{{7*7}}",
            "%s%n%d",
            "{0}",
            "' OR 1=1 --",
            "\"; DROP TABLE ledger_event; --",
            "\\",
            "%",
            "_%",
            "\\x00",
            "../../../../etc/passwd",
            "..\\..\\win.ini",
            "/etc/passwd",
            "file:///etc/passwd",
            "=cmd|' /C calc'!A0",
            "@SUM(1)",
            "+1",
            "-1+1",
            "𠮷",
            "㐂",
            "\uE000\uF8FF",
            "䶮龘\uD840\uDC0B",
            "\u202Ertl\u202C",
            "\u200F\u200E",
            "\uFEFF",
            "\u2028\u2029",
            "\uFFFD",
            "\uFFFE\uFFFF",
            "e\u0301",
            "İıſK",
            "ﷺ",
            "👩‍👩‍👧‍👦",
            "\uD83D",
            "\uDE00\uD83D",
            "Z̸̢̛a̵͠l̴̕g̶o̷",
            "县".repeat(300),
            "甲".repeat(5_000),
            "A".repeat(3_000),
            "a,".repeat(2_000),
            "2019-02-29",
            "2019-13-45",
            "2019-04-24",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "10000-01-01",
            "1970-01-01T00:00:00Z",
            "2019-05-06T24:00:00+08:00",
            "2019-05-06T09:00:00+18:00",
            "2019-05-06T09:00:60Z",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "2019-05-06T09:00:00+19:00",
            "2019-05-06 09:00",
            "2019-05",
            "9999999-01",
            "-0001-01",
            "2019-00",
            "position:0",
            "position:-1",
            "position:999999999999999999",
            "position:99999999999999999999",
            "position:",
            "POSITION:1",
            "http://127.0.0.1:1/",
            "http://[::1]/",
            "http://[::",
            "https://例え.テスト/?q=公开",
            "javascript:alert(1)",
            "data:text/html,x",
            "http:///",
            "http://a b/",
            "HTTP://EXAMPLE.GOV.CN",
            "http://user:pass@example.gov.cn/",
            "//evil.example/",
            "https://" + "a".repeat(2_100) + ".example/",
            "610926",
            "610999",
            "610999-T01",
            "610999-2019-01-T01",
            "000000",
            "999999",
            "six-di",
            "en",
            "zh-CN",
            "zz-ZZ-x-" + "y".repeat(40),
            "und",
            "en_US.UTF-8");

    private static final List<String> IN_PATHS = List.of(
            "%2F",
            "..%2f",
            "%2e%2e/",
            "./",
            "../",
            "..;/",
            "%c0%ae%c0%ae/",
            "%00",
            "%0d%0a" + INJECTED + ":%201",
            "%",
            "%zz",
            "%ff",
            "%F0%9F",
            "%ED%A0%80",
            ";jsessionid=1",
            ";a=b;c",
            "//",
            "\\",
            "%5c",
            "{x}",
            "|",
            "^",
            "<>",
            "\"",
            "公开",
            "%EF%BF%BE",
            "%E2%80%AE",
            "~",
            "+",
            "*",
            "**",
            "?",
            "#",
            "%23",
            "%3F",
            "%25252e",
            ":",
            "@",
            "$",
            ".json",
            ".html",
            "%20",
            "\u007f");

    private Naughty() {}

    static String value(SplittableRandom chance) {
        return switch (chance.nextInt(12)) {
            case 0 -> anyCharacters(chance);
            case 1 -> pick(chance, VALUES) + pick(chance, VALUES);
            default -> pick(chance, VALUES);
        };
    }

    private static String anyCharacters(SplittableRandom chance) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(40); i > 0; i--) {
            text.appendCodePoint(
                    chance.nextInt(3) == 0
                            ? chance.nextInt(0x110000)
                            : chance.nextInt(4) == 0 ? 0x4E00 + chance.nextInt(20_000) : chance.nextInt(256));
        }
        return text.toString();
    }

    /** As a part of an address: properly encoded, or not at all. */
    static String inAddress(SplittableRandom chance) {
        String value = value(chance);
        String bounded = value.length() > 2_000 ? value.substring(0, 2_000) : value;
        return switch (chance.nextInt(8)) {
            case 0 -> pick(chance, IN_PATHS);
            case 1 -> bounded.replaceAll("[\\x00-\\x20?#]", "");
            default ->
                URLEncoder.encode(bounded, StandardCharsets.UTF_8).replace("+", chance.nextBoolean() ? "%20" : "+");
        };
    }

    /** The same address with something put into it. */
    static String disturbed(SplittableRandom chance, String path) {
        int at = 1 + chance.nextInt(path.length());
        return path.substring(0, at) + pick(chance, IN_PATHS) + path.substring(at);
    }

    static <T> T pick(SplittableRandom chance, List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
