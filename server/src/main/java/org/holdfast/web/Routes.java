package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who answers which operation of the contract, and behind which gates [Access] wants it.
final class Routes {
    private final RouterBuilder builder;
    private final SeatCookies cookies;
    private final Rates rates;
    private final Caller caller;
    private final ServiceSeats services;
    private final WebServer.Parts parts;
    private final boolean https;

    Routes(
            RouterBuilder builder,
            SeatCookies cookies,
            Rates rates,
            Caller caller,
            WebServer.Parts parts,
            boolean https) {
        this.builder = builder;
        this.cookies = cookies;
        this.rates = rates;
        this.caller = caller;
        this.https = https;
        this.parts = parts;
        this.services = new ServiceSeats(parts.accounts(), parts.people(), rates, caller);
    }

    void mount() {
        var exchange = new LinkExchange(
                parts.links(),
                parts.guessing(),
                parts.devices(),
                cookies,
                parts.sessions(),
                new Comers(parts.clinic(), parts.clock()),
                caller);
        answered("exchangeLink", exchange::exchange);
        var me = new Me(parts.people(), parts.sessions(), parts.hosts(), parts.clinic(), parts.clock());
        answered("me", me::me);
        answered("putArrival", me::putArrival);
        answered("leaveDevice", new Departures(parts.devices(), parts.left(), cookies)::leave);
        var ownClinic = new OwnClinic(parts.clinic());
        answered("ownClinic", ownClinic::read);
        answered("nameClinic", ownClinic::name);
        answered("setZone", ownClinic::zone);
        var rules = new RulePages();
        answered("attendanceRules", rules::read);
        answered("adoptRules", rules::adopt);
        answered("adoptGroupRules", rules::adoptForGroup);
        answered("staffSessions", new StaffSessions(parts.sessions(), parts.people())::list);
        var noting = new Noting(parts.audit());
        answered("whereabouts", new MemberWhereabouts(parts.sessions(), parts.people(), noting, parts.clock())::read);
        var records = new SessionRecords(parts.sessions(), parts.people(), parts.clock());
        var sheets = new AttendanceSheets(records, noting);
        answered("mine", sheets::mine);
        answered("attendance", sheets::attendance);
        answered("record", new RecordPages(records, parts.clinic(), parts.signIns(), noting)::read);
        behindGates("export").addHandler(new Exports(records, parts.signIns(), noting)::answer);
        var account = new StaffAccount(parts.accounts(), new StaffCookies(https), parts.clock());
        answered("staffAccount", account::look);
        answered("staffActive", account::active);
        answered("staffSignOut", account::leave);
        var changes = new RecordChanges(records, parts.hosts());
        answered("correctRow", changes::correct);
        answered("disputeRow", changes::dispute);
        answered("answerDispute", changes::answer);
        var signatures = new Signatures(records, parts.hosts(), parts.signIns());
        answered("signSheet", signatures::sign);
        answered("signIn", signatures::signIn);
        var papers = new Papers(parts.forms());
        var offered = new OfferedWorksheets(parts.sessions());
        var mine = new MyWorksheets(parts.people(), papers, offered);
        answered("myWorksheets", mine::list);
        answered("worksheet", mine::read);
        answered("answerWorksheet", mine::answer);
        answered("removeWorksheetRow", mine::removeRow);
        onPaper(noting, papers, offered);
        books(noting, papers);
        for (var route : builder.getRoutes()) {
            if (route.getHandlers().isEmpty()) {
                throw new IllegalStateException(
                        "Nobody answers " + route.getOperation().getOperationId());
            }
        }
    }

    /// Worksheets as files.
    private void onPaper(Noting noting, Papers papers, OfferedWorksheets offered) {
        var files = new PaperFiles(parts.people(), papers, parts.signIns(), noting, parts.clock());
        behindGates("worksheetAsFhir").addHandler(files::fhir);
        var prints = new PaperPrints(parts.people(), papers, offered, parts.clinic(), files);
        behindGates("myWorksheetOnPaper").addHandler(prints::own);
        behindGates("worksheetOnPaper").addHandler(prints::theirs);
        behindGates("formOnPaper").addHandler(prints::form);
    }

    /// The clinic's own.
    private void books(Noting noting, Papers papers) {
        var accounts = parts.accounts();
        var colleagues = new Colleagues(accounts == null ? null : accounts.directory(), parts.people());
        answered("listStaff", colleagues::list);
        var groups = new GroupPages(parts.people(), colleagues, noting, parts.clock());
        answered("listGroups", groups::list);
        answered("createGroup", groups::create);
        answered("group", groups::read);
        answered("changeGroup", groups::change);
        answered("staffGroup", groups::staff);
        answered("joinGroup", groups::join);
        answered("leaveGroup", groups::leave);
        answered("openGroup", groups::open);
        var people = new PeoplePages(parts.people(), noting);
        answered("listPeople", people::list);
        answered("addPerson", people::add);
        answered("person", people::read);
        answered("changePerson", people::change);
        answered("planWeek", people::week);
        answered("license", people::license);
        answered("appoint", people::appoint);
        answered("moveEnrolment", people::move);
        answered("discharge", people::discharge);
        answered("reEnter", people::reEnter);
        var links = new LinkPages(parts.links(), parts.devices(), parts.people(), noting);
        answered("links", links::read);
        answered("makeLink", links::make);
        answered("revokeLinks", links::revoke);
        answered("resetDevices", links::reset);
        answered("inviteGuest", links::invite);
        answered("setGuestEnd", links::end);
        var worksheets = new PersonWorksheets(parts.people(), papers, noting);
        answered("listWorksheets", worksheets::list);
        answered("readWorksheet", worksheets::read);
        answered("giveWorksheet", worksheets::give);
        answered("noteWorksheet", worksheets::note);
        var forms = new FormPages(parts.forms(), papers);
        answered("listForms", forms::list);
        answered("form", forms::read);
        var schedule = new SchedulePages(parts.people(), parts.clock());
        answered("schedule", schedule::read);
        answered("makeSeries", schedule::make);
        answered("replaceSeries", schedule::replace);
        answered("endSeries", schedule::end);
        answered("moveSlot", schedule::move);
        answered("cancelSlot", schedule::cancel);
        answered("restoreSlot", schedule::restore);
        answered("addSlot", schedule::add);
        answered("keepHoliday", schedule::keepHoliday);
        answered("dropHoliday", schedule::dropHoliday);
        var prepared = new PreparedPages(papers);
        answered("preparedWorksheets", prepared::read);
        answered("prepareWorksheets", prepared::prepare);
        var audit = new AuditPages(parts, colleagues, noting);
        answered("listNotes", audit::list);
        answered("chain", audit::chain);
        behindGates("exportNotes").addHandler(audit::export);
        answered("importPeople", new ImportPages(parts.people(), noting, parts.clock())::bring);
    }

    private void answered(String operation, Function<RoutingContext, Future<@Nullable JsonObject>> answer) {
        behindGates(operation).addHandler(Operations.answering(answer));
    }

    private OpenAPIRoute behindGates(String operation) {
        var route = builder.getRoute(operation);
        return switch (Access.of(operation)) {
            case Access.Anyone _ -> route.addHandler(ServiceSeats::turnAway);
            case Access.Seated _ -> route.addHandler(new SeatGate(cookies, services, rates, operation));
            case Access.Staff staff ->
                route.addHandler(new SeatGate(cookies, services, rates, operation))
                        .addHandler(new RoleGate(staff, parts.clinic()));
        };
    }
}
