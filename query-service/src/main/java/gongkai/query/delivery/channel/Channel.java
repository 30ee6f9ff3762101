package gongkai.query.delivery.channel;

/** By which way notices reach whoever subscribed. */
public enum Channel {
    /** An HTTPS address; signed as Standard Webhooks say. */
    WEBHOOK,
    EMAIL,
    /** 企业微信 group robot; the target is its key. */
    WECOM,
    /** 钉钉 group robot; the target is its access token, the secret the one that it signs with. */
    DINGTALK
}
