package gongkai.command.importing.reading;

import java.util.regex.Pattern;

/** Chinese numerals up to 999: 三十, 十二, 两, 一百二十. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    /** Only before a counting word: 第一时间, 统一 and 一律 hold no number. */
    private static final Pattern COUNTED =
            Pattern.compile("([〇零一二两三四五六七八九十百]+)(?=个|年|月|日|号|天|小时|周|季度|次|件|篇|条|期|场|幅|类)");

    private Numerals() {}

    static String inFigures(String words) {
        return COUNTED.matcher(words).replaceAll(it -> String.valueOf(valueOf(it.group(1))));
    }

    static int valueOf(String numeral) {
        int total = 0;
        int digit = 0;
        for (int i = 0; i < numeral.length(); i++) {
            switch (numeral.charAt(i)) {
                case '百' -> {
                    total += Math.max(digit, 1) * 100;
                    digit = 0;
                }
                case '十' -> {
                    total += Math.max(digit, 1) * 10;
                    digit = 0;
                }
                case '两' -> digit = 2;
                case '〇' -> digit = 0;
                default -> digit = DIGITS.indexOf(numeral.charAt(i));
            }
        }
        return total + digit;
    }
}
