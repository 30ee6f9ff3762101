package gongkai.command.importing.rows;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns that a task table has, each known by the words that counties put above it. */
public enum Column {
    DIRECTORY("公开目录", "公开目录|目录|一级目录|公开领域|领域|一级事项|公开类别|栏目"),
    CATEGORY("分类", "分类|类别|二级目录|公开事项|二级事项|事项|工作类别|项目"),
    CONTENT("公开内容", "公开内容|内容|工作内容|工作任务|任务|任务内容|主要内容|主要任务|重点任务|重点工作|具体任务|具体内容|公开内容及要求|工作要求|公开要点|任务要求|目标任务"),
    RESPONSIBILITY("责任单位", "责任单位|责任部门|责任主体|公开主体|承办单位|承办部门|落实单位|实施单位|主要责任单位"),
    LEAD("牵头单位", "牵头单位|牵头部门|主办单位|主责单位|负责单位"),
    COOPERATING("配合单位", "配合单位|配合部门|协办单位|协同单位|参与单位|协助单位"),
    TIME_LIMIT("完成时限", "完成时限|公开时限|时限|完成时间|公开时间|办理时限|时间要求|时限要求|完成期限|时间节点|进度要求");

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\u3000\\u00a0:：]|[（(].*[)）]");

    private final String heading;
    private final Pattern synonyms;

    Column(String heading, String synonyms) {
        this.heading = heading;
        this.synonyms = Pattern.compile(synonyms);
    }

    public String heading() {
        return heading;
    }

    /** @param text a heading cell, whose line breaks, spaces and remarks in brackets do not count */
    public static Optional<Column> headed(String text) {
        var words = UNSEEN.matcher(text).replaceAll("");
        return Stream.of(values())
                .filter(it -> it.synonyms.matcher(words).matches())
                .findFirst();
    }
}
