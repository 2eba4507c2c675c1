package sim

import "entangle/sim/units"

// warRoomSpec: war_room puts one area before all others for some weeks. Its orders
// take half of their attention, those of other areas double.
var warRoomSpec = OrderSpec{
	Kind: OrderWarRoom, Name: "war_room", Group: GroupOrganisation, Attention: 2,
	Fields: []FieldSpec{{Field: FieldMode, Name: "goal"}},
	Modes: []ModeSpec{{uint8(GroupCompute), "compute", roomFields}, {uint8(GroupPower), "power", roomFields},
		{uint8(GroupTalent), "talent", roomFields}, {uint8(GroupModels), "models", roomFields}, {uint8(GroupCapital), "capital", roomFields}},
	check: checkWarRoom, apply: applyWarRoom,
}

const (
	mostRoomWeeks = 8
	roomRest      = 13 // weeks from the end of one to the next
	roomMorale    = 3  // points that it costs when it ends
)

var roomFields = []FieldSpec{{Field: FieldMode, Name: "goal"}, {Field: FieldWeeks, Name: "weeks", Unit: units.KindWeeks, Min: 1, Max: mostRoomWeeks}}

func checkWarRoom(w *World, o *Order) Refusal {
	org := &w.orgs[o.By]
	switch weeks := int64(w.Date()-org.Closed) / 7; {
	case org.Form == FormNone || !on(w.sc.setup.Switches.WarRooms):
		return Refusal{Reason: ReasonNotPlayed}
	case org.Room != 0:
		return Refusal{Reason: ReasonTooSoon, Amounts: Amounts{0, roomRest}, Ref: Ref{OfCompany, int32(o.By)}}
	case org.Closed != 0 && weeks < roomRest:
		return Refusal{Reason: ReasonTooSoon, Amounts: Amounts{weeks, roomRest}, Ref: Ref{OfCompany, int32(o.By)}}
	}
	return Refusal{}
}

func applyWarRoom(w *World, o *Order) {
	org := &w.orgs[o.By]
	org.Room, org.Closes, org.Half = Group(o.Mode), w.Date().AddWeeks(int(o.Weeks)), false
	w.nextWake(org)
	w.emit(Event{Kind: EventWarRoomOpened, By: o.By, Order: o.Kind, Qty: int64(o.Mode), Amount: int64(o.Weeks)})
}

// closeRoom ends a company's war room: those who slept little for it are tired.
func (w *World) closeRoom(c CompanyID, day units.Date) {
	org := &w.orgs[c]
	w.emit(Event{Kind: EventWarRoomClosed, By: c, Order: OrderWarRoom, Qty: int64(org.Room)})
	org.Room, org.Closes, org.Closed, org.Half = 0, 0, day, false
	w.shake(c, roomMorale)
}

// inRoom is what an order takes while a war room is open: half for its area, double
// for others. Points are whole: the half left over from one order of an odd number
// pays for that of the next. What is about the organisation itself takes what it
// always takes.
func (o *Org) inRoom(kind OrderKind, points int64) int64 {
	switch orderSpecs[kind].Group {
	case GroupOrganisation:
		return points
	case o.Room:
		if o.Half {
			return points / 2
		}
		return (points + 1) / 2
	}
	return 2 * points
}

// useHalf leaves half a point over after an order of an odd number, or uses up the
// one that was.
func (o *Org) useHalf(kind OrderKind, escalate bool) {
	if orderSpecs[kind].Group == o.Room && orderSpecs[kind].Attention%2 == 1 && !escalate {
		o.Half = !o.Half
	}
}
