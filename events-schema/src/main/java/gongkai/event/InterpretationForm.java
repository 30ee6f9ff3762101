package gongkai.event;

/** 解读形式: text, image 图解, audio, video, press conference 新闻发布会, or another. */
public enum InterpretationForm {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    PRESS_CONFERENCE,
    OTHER
}
