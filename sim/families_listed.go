package sim

// onSale tells whether the company may order a family.
func (v View) onSale(f FamilyID) bool {
	return v.w.sc.companies[v.who].orders&^v.w.companies[v.who].Barred&(1<<(f-1)) != 0 && v.w.orderable(f)
}

// OnSale is the families that the company may order, a bit each from family 1 on, and
// of these its own designs; and whether it sells any to others.
func (v View) OnSale() (all, own uint64, sells bool) {
	info := &v.w.sc.companies[v.who]
	all = info.orders &^ v.w.companies[v.who].Barred & v.w.toOrder
	return all, info.designs & all, v.SellsAny()
}

// SellsAny tells whether the company sells any family to others.
func (v View) SellsAny() bool { return v.w.sc.companies[v.who].designs&v.w.toSell != 0 }

// ShutOutOf is the families that others are sold and the company is not, its own apart, a
// bit each from family 1 on.
func (v View) ShutOutOf() uint64 {
	info := &v.w.sc.companies[v.who]
	return v.w.toSell &^ info.orders &^ info.designs
}

// orderable tells whether anybody can order a family.
func (w *World) orderable(f FamilyID) bool { return w.toOrder&(1<<(f-1)) != 0 }

// listFamilies notes the families that can be ordered: their programme is done, and their
// designer in business; and those that others than he may order. It is called when either
// changes.
func (w *World) listFamilies() {
	w.toOrder, w.toSell = 0, 0
	for f := 1; f < len(w.families); f++ {
		info, bit := &w.sc.families[f], uint64(1)<<(f-1)
		if w.families[f].Shut {
			continue
		}
		if !w.companies[info.designer].Bust {
			w.toOrder |= bit
		}
		if info.merchant {
			w.toSell |= bit
		}
	}
}
