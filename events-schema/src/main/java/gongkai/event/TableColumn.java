package gongkai.event;

/** The columns of a task table: 公开目录, 分类, 公开内容, 责任单位, 完成时限. */
public enum TableColumn {
    DIRECTORY,
    CATEGORY,
    CONTENT,
    RESPONSIBILITY,
    TIME_LIMIT
}
