package gongkai.command.importing.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bodies that the reforms of party and state institutions (2018, in counties by the spring of 2019; later ones by their
 * year) renamed: a table of a later year that names the old one leaves open who has succeeded it.
 */
final class ReformNames {

    private static final List<Renaming> ALL = List.of(
            new Renaming("环境保护局|环保局", "生态环境局（分局）", 2019),
            new Renaming("国土资源局|国土局", "自然资源局", 2019),
            new Renaming("卫生和计划生育局|卫生计生局|卫计局|卫生计生部门|卫计部门", "卫生健康局", 2019),
            new Renaming("安全生产监督管理局|安监局", "应急管理局", 2019),
            new Renaming("工商行政管理局|工商局|质监局|质量技术监督局|食品药品监督管理局|食药监局", "市场监督管理局", 2019),
            new Renaming("文化广电新闻出版局|文广局|文体广电局|旅游局|旅发委", "文化和旅游局", 2019),
            new Renaming("农业局|农牧局|畜牧局", "农业农村局", 2019),
            new Renaming("粮食局", "发展和改革局", 2019),
            new Renaming("国税局|地税局", "税务局", 2019),
            new Renaming("法制办", "司法局", 2019),
            new Renaming("扶贫局|扶贫办|扶贫开发局|扶贫开发办公室", "乡村振兴局", 2022),
            new Renaming("乡村振兴局", "农业农村局", 2025),
            new Renaming("银监分局|银保监分局", "金融监督管理分局", 2024));

    private ReformNames() {}

    /** @param year from whose tables on the old name is out of date */
    record Renaming(String old, String now, int year) {}

    static Optional<Renaming> of(String name, int planYear) {
        return ALL.stream()
                .filter(it -> planYear >= it.year()
                        && Pattern.compile("(?:" + it.old() + ")$")
                                .matcher(name)
                                .find())
                .findFirst();
    }
}
