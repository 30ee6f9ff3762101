/**
 * How a notice is sent: webhook, e-mail, and the group robots of WeCom 企业微信 and DingTalk 钉钉.
 * May use: {@code gongkai.query.delivery.address}, {@code gongkai.query.notice}, Apache's HTTP client, Jackson and
 * Spring's mail.
 */
package gongkai.query.delivery.channel;
