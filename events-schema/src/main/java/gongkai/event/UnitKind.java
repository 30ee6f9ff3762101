package gongkai.event;

/** TOWN 镇, DEPARTMENT 工作部门, AGENCY 直属机构. */
public enum UnitKind {
    TOWN,
    DEPARTMENT,
    AGENCY
}
